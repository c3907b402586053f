// The ids in digits.
#include "transformer/decode_text.hpp"

std::string decode_text(const Eigen::VectorX<std::int64_t>& ids, const std::string& /*vocabulary*/) {
  std::string text;
  for (const std::int64_t id : ids) text += std::to_string(id);
  return text;
}
