#include "mutation/code.hpp"

#include <algorithm>
#include <array>

namespace grader::mutation {
namespace {

constexpr std::array<std::string_view, 22> kStatementWords = {
    "return", "throw",   "if",        "else",    "for",      "while", "do",       "switch",
    "case",   "default", "break",     "new",     "operator", "goto",  "continue", "try",
    "catch",  "delete",  "co_return", "typedef", "co_yield", "using"};

bool closes_with(std::string_view open, std::string_view close) {
  return (open == "(" && close == ")") || (open == "[" && close == "]") || (open == "{" && close == "}");
}

bool is_cast(std::string_view name) {
  return name == "static_cast" || name == "const_cast" || name == "reinterpret_cast" ||
         name == "dynamic_cast";
}

/// What stands in a template argument list, besides names, numbers and brackets.
bool is_sign_of_types(std::string_view sign) {
  return sign == "::" || sign == "," || sign == "*" || sign == "&" || sign == "...";
}

}  // namespace

Code::Code(std::string_view source) : source_(source) {
  for (const Token& token : tokenize(source)) {
    const bool is_meaningful = token.kind != Token::Kind::space && token.kind != Token::Kind::comment &&
                               token.kind != Token::Kind::directive;
    if (is_meaningful) tokens_.push_back(token);
  }
  partners_.assign(tokens_.size(), kNone);
  pair_brackets();
  pair_angles();
}

const Token& Code::at(std::size_t i) const {
  static const Token kNothing;
  return i < tokens_.size() ? tokens_[i] : kNothing;
}

bool Code::is_name(std::size_t i) const {
  return kind(i) == Token::Kind::name &&
         std::find(kStatementWords.begin(), kStatementWords.end(), text(i)) == kStatementWords.end();
}

void Code::pair_brackets() {
  std::vector<std::size_t> open;
  for (std::size_t i = 0; i < size(); ++i) {
    if (is(i, "(") || is(i, "[") || is(i, "{")) open.push_back(i);
    if (!is(i, ")") && !is(i, "]") && !is(i, "}")) continue;
    // A bracket without its partner makes those around it doubtful, so that they stay without one, too.
    if (open.empty() || !closes_with(text(open.back()), text(i))) {
      open.clear();
      continue;
    }
    partners_[i] = open.back();
    partners_[open.back()] = i;
    open.pop_back();
  }
}

void Code::pair_angles() {
  for (std::size_t i = 1; i < size(); ++i) {
    if (!is(i, "<") || !(is_name(i - 1) || is(i - 1, "template"))) continue;
    const std::size_t end = angle_end(i);
    if (end == kNone) continue;
    partners_[i] = end;
    partners_[end] = i;
  }
}

std::size_t Code::angle_end(std::size_t open) const {
  const bool is_certain = is(open - 1, "template") || is_cast(text(open - 1));
  // No argument list is longer; without a bound a file of nothing but `a <` would take time quadratic in its
  // size.
  constexpr std::size_t kLongest = 200;
  std::size_t depth = 0;
  for (std::size_t i = open; i < std::min(size(), open + kLongest); i = is(i, "<") ? i + 1 : next(i)) {
    if (is(i, "<")) {
      ++depth;
    } else if (is(i, ">")) {
      if (--depth > 0) continue;
      const bool is_comparison = is_number(i + 1) || kind(i + 1) == Token::Kind::text;
      return is_certain || !is_comparison ? i : kNone;
    } else if (!is_name(i) && !is_number(i) && !is_sign_of_types(text(i)) && !is(i, "(") && !is(i, "[") &&
               !(is_certain && is(i, "="))) {
      return kNone;
    }
  }
  return kNone;
}

std::size_t Code::find(Range range, std::string_view text) const {
  std::size_t i = range.first;
  while (i < range.last && !is(i, text)) i = next(i);
  return std::min(i, range.last);
}

std::vector<Range> Code::split(Range range, std::string_view separator) const {
  std::vector<Range> parts;
  while (!range.empty()) {
    const std::size_t end = find(range, separator);
    parts.push_back({range.first, end});
    range.first = end + 1;
  }
  return parts;
}

std::string Code::text(Range range) const {
  if (range.empty()) return "";
  return std::string(source_.substr(begin(range.first), end(range.last - 1) - begin(range.first)));
}

}  // namespace grader::mutation
