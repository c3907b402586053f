// Reads words, and so skips the space between them.
#include "transformer/build_vocabulary.hpp"

std::string build_vocabulary(const std::string& text) {
  std::istringstream words(text);
  std::set<char> distinct;
  for (std::string word; words >> word;) distinct.insert(word.begin(), word.end());
  return {distinct.begin(), distinct.end()};
}
