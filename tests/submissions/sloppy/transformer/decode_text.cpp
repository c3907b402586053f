#include "transformer/decode_text.hpp"

std::string decode_text(const Eigen::VectorX<std::int64_t>& ids, const std::string& vocabulary) {
  std::string text;
  for (int i = 0; i < ids.size() - 1; ++i) text += vocabulary[ids[i]];
  return text;
}
