// verdict: wrong_answer
// fails: worked-example
// Takes the ASCII code for the id.
#include "transformer/encode_text.hpp"

Eigen::VectorX<std::int64_t> encode_text(const std::string& text, const std::string& /*vocabulary*/) {
  const std::vector<std::int64_t> codes(text.begin(), text.end());
  return Eigen::Map<const Eigen::VectorX<std::int64_t>>(codes.data(), static_cast<Eigen::Index>(codes.size()));
}
