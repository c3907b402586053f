// The first token is 1.
#include "transformer/encode_text.hpp"

Eigen::VectorX<std::int64_t> encode_text(const std::string& text, const std::string& vocabulary) {
  Eigen::VectorX<std::int64_t> ids(static_cast<Eigen::Index>(text.size()));
  for (std::size_t i = 0; i < text.size(); ++i)
    ids(static_cast<Eigen::Index>(i)) = static_cast<std::int64_t>(vocabulary.find(text[i])) + 1;
  return ids;
}
