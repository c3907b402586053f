// The ASCII codes.
#include "transformer/encode_text.hpp"

Eigen::VectorX<std::int64_t> encode_text(const std::string& text, const std::string& /*vocabulary*/) {
  Eigen::VectorX<std::int64_t> ids(static_cast<Eigen::Index>(text.size()));
  for (std::size_t i = 0; i < text.size(); ++i) ids(static_cast<Eigen::Index>(i)) = text[i];
  return ids;
}
