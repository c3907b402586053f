#include "spec/names.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "util/keywords.hpp"

namespace grader::spec {
namespace {

bool is_lower(char c) { return c >= 'a' && c <= 'z'; }
bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) { return is_lower(c) || (c >= 'A' && c <= 'Z') || c == '_'; }

// Macros that <cmath> and <cstddef> bring, and names that everything generated relies on.
constexpr std::array kTaken = std::to_array<std::string_view>(
    {"main", "std", "Eigen", "NULL", "NAN", "INFINITY", "HUGE_VAL", "errno", "assert", "linux", "unix"});

}  // namespace

bool is_identifier(std::string_view text) {
  return !text.empty() && !is_digit(text[0]) &&
         std::all_of(text.begin(), text.end(), [](char c) { return is_letter(c) || is_digit(c); });
}

bool is_usable_name(std::string_view text, std::string_view what, Place where, Problems& problems) {
  constexpr std::size_t kLongest = 60;
  if (!is_identifier(text)) {
    problems.add(where, fmt::format("{} cannot be the name of {}", in_quotes(text), what),
                 "names are letters, digits and underscores, and do not begin with a digit");
  } else if (util::is_cpp_keyword(text) || std::find(kTaken.begin(), kTaken.end(), text) != kTaken.end()) {
    problems.add(where, fmt::format("{} cannot be the name of {}", in_quotes(text), what),
                 "the word means something in C++");
  } else if (text[0] == '_' || text.find("__") != std::string_view::npos) {
    problems.add(where, fmt::format("{} cannot be the name of {}", in_quotes(text), what),
                 "C++ reserves names with a leading or a double underscore");
  } else if (text.size() > kLongest) {
    problems.add(where, fmt::format("the name of {} is longer than {} characters", what, kLongest));
  } else {
    return true;
  }
  return false;
}

bool is_check_id(std::string_view text) {
  const auto belongs = [](char c) { return is_lower(c) || is_digit(c) || c == '-' || c == '_'; };
  return !text.empty() && text.size() <= 60 && (is_lower(text[0]) || is_digit(text[0])) &&
         std::all_of(text.begin(), text.end(), belongs);
}

bool is_exercise_name(std::string_view text) {
  const auto belongs = [](char c) { return is_lower(c) || is_digit(c) || c == '_'; };
  return !text.empty() && text.size() <= 60 && is_lower(text[0]) &&
         std::all_of(text.begin(), text.end(), belongs);
}

}  // namespace grader::spec
