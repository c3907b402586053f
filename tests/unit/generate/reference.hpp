#pragma once

#include <cmath>
#include <fstream>
#include <nlohmann/json.hpp>
#include <stdexcept>
#include <string>

/// Numbers computed by other means; see tests/data/generate/reference.py.
inline nlohmann::json reference() {
  const std::string path = std::string(GRADER_SOURCE_DIR) + "/tests/data/generate/reference.json";
  std::ifstream file(path);
  if (!file) throw std::runtime_error("cannot read " + path);
  return nlohmann::json::parse(file);
}

inline double relative_error(double actual, double expected) {
  return actual == expected ? 0 : std::fabs(actual - expected) / std::fabs(expected);
}
