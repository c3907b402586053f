#include "transformer/encode_text.hpp"

Eigen::VectorX<std::int64_t> encode_text(const std::string& text, std::string vocabulary) {
  std::map<char, std::int64_t> id_of;
  for (const char character : vocabulary) id_of.emplace(character, id_of.size());

  std::vector<std::int64_t> ids;
  for (const char character : text) {
    const auto found = id_of.find(character);
    if (found == id_of.end()) throw std::invalid_argument(std::string("unknown character ") + character);
    ids.push_back(found->second);
  }
  return Eigen::Map<Eigen::VectorX<std::int64_t>>(ids.data(), static_cast<Eigen::Index>(ids.size()));
}
