// verdict: wrong_answer
// fails: worked-example
// Takes letters for the only characters.
#include "transformer/build_vocabulary.hpp"

#include <cctype>

std::string build_vocabulary(const std::string& text) {
  std::string vocabulary;
  for (int byte = 0; byte < 128; ++byte)
    if (std::isalpha(byte) != 0 && text.find(static_cast<char>(byte)) != std::string::npos)
      vocabulary += static_cast<char>(byte);
  return vocabulary;
}
