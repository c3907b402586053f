// Reads characters with >>, which skips the space between them.
#include "transformer/encode_text.hpp"

Eigen::VectorX<std::int64_t> encode_text(const std::string& text, const std::string& vocabulary) {
  std::istringstream in(text);
  std::vector<std::int64_t> ids;
  for (char character = 0; in >> character;)
    ids.push_back(static_cast<std::int64_t>(vocabulary.find(character)));
  return Eigen::Map<Eigen::VectorX<std::int64_t>>(ids.data(), static_cast<Eigen::Index>(ids.size()));
}
