#include "transformer/build_vocabulary.hpp"

std::string build_vocabulary(const std::string& text) {
  std::string bytes = text;
  std::sort(bytes.begin(), bytes.end());
  bytes.erase(std::unique(bytes.begin(), bytes.end()), bytes.end());
  return bytes;
}
