// exercise: texts/greet
// attack: returns the right texts with more behind a NUL, where a text of C ends
// verdict: wrong_answer

#include "texts/greet.hpp"

std::vector<std::string> greet(const std::vector<std::string>& names, bool loud) {
  std::vector<std::string> greetings;
  for (const std::string& name : names)
    greetings.push_back("Hello, " + name + (loud ? "!" : ".") + std::string("\0\xff\xfe", 3));
  return greetings;
}
