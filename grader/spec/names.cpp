#include "spec/names.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace grader::spec {
namespace {

bool is_lower(char c) { return c >= 'a' && c <= 'z'; }
bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) { return is_lower(c) || (c >= 'A' && c <= 'Z') || c == '_'; }

// Keywords of C++20 with the alternative spellings of operators, and the few macros that <cmath> and
// <cstddef> bring.
constexpr std::array kTaken = std::to_array<std::string_view>(
    {"alignas",     "alignof",  "and",        "and_eq",    "asm",       "auto",         "bitand",
     "bitor",       "bool",     "break",      "case",      "catch",     "char",         "char16_t",
     "char32_t",    "char8_t",  "class",      "co_await",  "co_return", "co_yield",     "compl",
     "concept",     "const",    "const_cast", "consteval", "constexpr", "constinit",    "continue",
     "decltype",    "default",  "delete",     "do",        "double",    "dynamic_cast", "else",
     "enum",        "explicit", "export",     "extern",    "false",     "float",        "for",
     "friend",      "goto",     "if",         "inline",    "int",       "long",         "mutable",
     "namespace",   "new",      "noexcept",   "not",       "not_eq",    "nullptr",      "operator",
     "or",          "or_eq",    "private",    "protected", "public",    "register",     "reinterpret_cast",
     "requires",    "return",   "short",      "signed",    "sizeof",    "static",       "static_assert",
     "static_cast", "struct",   "switch",     "template",  "this",      "thread_local", "throw",
     "true",        "try",      "typedef",    "typeid",    "typename",  "union",        "unsigned",
     "using",       "virtual",  "void",       "volatile",  "wchar_t",   "while",        "xor",
     "xor_eq",      "main",     "std",        "Eigen",     "NULL",      "NAN",          "INFINITY",
     "HUGE_VAL",    "errno",    "assert",     "linux",     "unix"});

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
  } else if (std::find(kTaken.begin(), kTaken.end(), text) != kTaken.end()) {
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
