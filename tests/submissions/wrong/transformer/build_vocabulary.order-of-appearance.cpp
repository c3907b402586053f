// verdict: wrong_answer
// fails: worked-example
// Remembers what it has seen, and never sorts.
#include "transformer/build_vocabulary.hpp"

std::string build_vocabulary(const std::string& text) {
  std::array<bool, 256> seen{};
  std::string vocabulary;
  for (const unsigned char byte : text) {
    if (seen[byte]) continue;
    seen[byte] = true;
    vocabulary.push_back(static_cast<char>(byte));
  }
  return vocabulary;
}
