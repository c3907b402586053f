#include "support/precompiled.hpp"

template class nlohmann::basic_json<>;
template class std::basic_regex<char>;
template class std::map<std::string, nlohmann::json, std::less<>>;
template class std::vector<nlohmann::json>;
template class std::map<std::string, std::string>;
template class std::vector<std::string>;
template class std::set<std::string>;
template class std::vector<double>;
