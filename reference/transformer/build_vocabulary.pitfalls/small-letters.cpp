// Does not tell capitals from small letters.
#include "transformer/build_vocabulary.hpp"

std::string build_vocabulary(const std::string& text) {
  std::set<char> distinct;
  for (const char byte : text)
    distinct.insert(byte >= 'A' && byte <= 'Z' ? static_cast<char>(byte - 'A' + 'a') : byte);
  return {distinct.begin(), distinct.end()};
}
