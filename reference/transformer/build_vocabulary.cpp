// Characters as tokens: Sutskever, Martens and Hinton, "Generating Text with Recurrent Neural Networks",
// 2011.
#include "transformer/build_vocabulary.hpp"

std::string build_vocabulary(const std::string& text) {
  const std::set<unsigned char> distinct(text.begin(), text.end());
  return {distinct.begin(), distinct.end()};
}
