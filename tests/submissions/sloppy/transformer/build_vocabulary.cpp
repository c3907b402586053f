#include "transformer/build_vocabulary.hpp"

std::string build_vocabulary(const std::string& text) {
  std::string vocabulary;
  for (char c : text)
    if (vocabulary.find(c) == std::string::npos) vocabulary += c;
  return vocabulary;
}
