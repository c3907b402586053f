#include "language/literal.hpp"

#include <fmt/format.h>

#include <charconv>
#include <system_error>

namespace grader::language {
namespace {

template <class T>
std::from_chars_result read(std::string_view text, T& value) {
  return std::from_chars(text.data(), text.data() + text.size(), value);
}

/// What a backslash and this character stand for, 0 for nothing.
char escaped(char c) {
  switch (c) {
    case 'n':
      return '\n';
    case 't':
      return '\t';
    case '\\':
    case '\'':
    case '"':
      return c;
    default:
      return '\0';
  }
}

}  // namespace

Parsed<Number> parse_number(const Token& token) {
  const char* const end = token.text.data() + token.text.size();
  const bool whole = token.text.find_first_not_of("0123456789") == std::string_view::npos;
  std::int64_t integer = 0;
  double real = 0;
  const auto result = whole ? read(token.text, integer) : read(token.text, real);
  if (result.ec == std::errc::result_out_of_range)
    return Mistake{token.offset,
                   fmt::format("{} is out of range for {}", describe(token), whole ? "64 bits" : "a double"),
                   whole ? "write it with a point, as a float" : "write inf or 0"};
  if (result.ec != std::errc{} || result.ptr != end)
    return Mistake{token.offset, fmt::format("{} is not a number", describe(token)),
                   "numbers are written like 12, 2.5 and 1e-5"};
  return whole ? Number(integer) : Number(real);
}

Parsed<std::string> parse_string(const Token& token) {
  std::string result;
  const std::string_view inner = token.text.substr(1, token.text.size() - 2);
  for (std::size_t i = 0; i < inner.size(); ++i) {
    if (inner[i] != '\\') {
      result += inner[i];
      continue;
    }
    const char meant = escaped(inner[++i]);
    if (meant == '\0')
      return Mistake{token.offset + i, "strings know \\n, \\t, \\\\, \\' and \\\"",
                     "write \\\\ for a backslash"};
    result += meant;
  }
  return result;
}

}  // namespace grader::language
