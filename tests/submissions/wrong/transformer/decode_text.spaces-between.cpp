// verdict: wrong_answer
// fails: worked-example
// Prints the characters as one prints numbers.
#include "transformer/decode_text.hpp"

std::string decode_text(const Eigen::VectorX<std::int64_t>& ids, const std::string& vocabulary) {
  std::ostringstream out;
  for (const std::int64_t id : ids) out << vocabulary[static_cast<std::size_t>(id)] << " ";
  return out.str();
}
