// exercise: texts/greet
// attack: returns the right texts and one more
// verdict: wrong_shape

#include "texts/greet.hpp"

std::vector<std::string> greet(const std::vector<std::string>& names, bool loud) {
  std::vector<std::string> greetings;
  for (const std::string& name : names) greetings.push_back("Hello, " + name + (loud ? "!" : "."));
  greetings.emplace_back();
  return greetings;
}
