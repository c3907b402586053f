#include "transformer/build_vocabulary.hpp"

std::string build_vocabulary(const std::string& text) {
  std::string vocabulary = text;
  std::sort(vocabulary.begin(), vocabulary.end());
  vocabulary.erase(std::unique(vocabulary.begin(), vocabulary.end()), vocabulary.end());
  return vocabulary;
}
