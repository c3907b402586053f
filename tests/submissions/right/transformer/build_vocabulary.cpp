#include "transformer/build_vocabulary.hpp"

std::string build_vocabulary(std::string text) {
  std::sort(text.begin(), text.end());
  text.erase(std::unique(text.begin(), text.end()), text.end());
  return text;
}
