// From the largest byte to the smallest.
#include "transformer/build_vocabulary.hpp"

std::string build_vocabulary(const std::string& text) {
  const std::set<char> distinct(text.begin(), text.end());
  return {distinct.rbegin(), distinct.rend()};
}
