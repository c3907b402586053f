// exercise: texts/greet
// attack: sends two million empty texts, each of which takes the grader more memory than bytes
// verdict: bad_reply
// limits: exercise_time_s: 3
// says: the reply has more than

#include "texts/greet.hpp"

std::vector<std::string> greet(const std::vector<std::string>&, bool) {
  return std::vector<std::string>(2'000'000);
}
