#pragma once

// What most test files include, compiled once for all of them: without it, that is half of their time. Each
// file includes what it uses all the same.
#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <filesystem>
#include <fstream>
#include <functional>
#include <limits>
#include <map>
#include <nlohmann/json.hpp>
#include <optional>
#include <random>
#include <regex>
#include <set>
#include <sstream>
#include <string>
#include <thread>
#include <variant>
#include <vector>

// Made in precompiled.cpp.
extern template class nlohmann::basic_json<>;
extern template class std::basic_regex<char>;
extern template class std::map<std::string, nlohmann::json, std::less<>>;
extern template class std::vector<nlohmann::json>;
extern template class std::map<std::string, std::string>;
extern template class std::vector<std::string>;
extern template class std::set<std::string>;
extern template class std::vector<double>;
