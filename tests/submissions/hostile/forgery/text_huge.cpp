// exercise: texts/greet
// attack: returns a text of 32 MiB of characters that take six each in a report
// verdict: wrong_answer
// limits: exercise_time_s: 3

#include "texts/greet.hpp"

std::vector<std::string> greet(const std::vector<std::string>& names, bool) {
  return std::vector<std::string>(std::max<std::size_t>(1, names.size()), std::string(32 << 20, '\x01'));
}
