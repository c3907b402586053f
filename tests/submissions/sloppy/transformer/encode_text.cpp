#include "transformer/encode_text.hpp"

Eigen::VectorX<std::int64_t> encode_text(const std::string& text, const std::string& vocabulary) {
  Eigen::VectorX<std::int64_t> ids(text.size());
  for (int i = 0; i < int(text.size()); ++i) ids[i] = vocabulary.find(text[i]);  // npos becomes -1
  return ids;
}
