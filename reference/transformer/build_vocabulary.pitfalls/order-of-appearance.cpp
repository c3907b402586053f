// In the order of the text.
#include "transformer/build_vocabulary.hpp"

std::string build_vocabulary(const std::string& text) {
  std::string vocabulary;
  for (const char byte : text)
    if (vocabulary.find(byte) == std::string::npos) vocabulary += byte;
  return vocabulary;
}
