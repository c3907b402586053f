#include <fmt/format.h>

#include <cmath>
#include <cstdint>
#include <cstdlib>
#include <string>

#include "mutation/operators.hpp"

namespace grader::mutation {
namespace {

/// A decimal literal as its digits and its suffix; other literals have no value here.
struct Literal {
  std::string digits;
  std::string suffix;
  bool is_integer = true;
  bool is_decimal = true;
};

Literal read(std::string_view text) {
  Literal literal;
  for (const char c : text)
    if (c != '\'') literal.digits += c;
  const bool has_prefix = literal.digits.size() > 1 && literal.digits[0] == '0' &&
                          std::string_view("xXbB01234567").find(literal.digits[1]) != std::string_view::npos;
  literal.is_decimal = !has_prefix || literal.digits.find_first_of(".eE") != std::string::npos;
  if (literal.digits.rfind("0x", 0) == 0 || literal.digits.rfind("0X", 0) == 0) literal.is_decimal = false;
  literal.is_integer = literal.digits.find_first_of(".eE") == std::string::npos;
  const std::size_t end = literal.digits.find_last_of("0123456789.") + 1;
  literal.suffix = literal.digits.substr(end);
  literal.digits.resize(end);
  return literal;
}

/// As C++ reads it: with a point or an exponent.
std::string real_text(double value) {
  std::string text = fmt::format("{}", value);
  if (text.find_first_of(".e") == std::string::npos) text += ".0";
  return text;
}

std::string other_integer(const Literal& literal) {
  // Too long for any integer type that could take one more.
  constexpr std::size_t kMostDigits = 18;
  if (!literal.is_decimal || literal.digits.size() > kMostDigits) return "";
  const long long value = std::strtoll(literal.digits.c_str(), nullptr, 10);
  return fmt::format("{}{}", value == 1 ? 0 : value + 1, literal.suffix);
}

/// Too small to be told from zero where it is added to something.
constexpr double kSmall = 1e-6;

/// Twice as much, but for what is so small or so large that twice as much does the same.
std::string other_real(const Literal& literal) {
  constexpr double kLarge = 1e6;
  const double value = std::strtod(literal.digits.c_str(), nullptr);
  const double magnitude = std::abs(value);
  double other = 2 * value;
  if (value == 0.0) other = 1.0;
  if (value != 0.0 && magnitude < kSmall) other = 0.0;
  if (magnitude >= kLarge) other = 1.0;
  return real_text(other) + literal.suffix;
}

/// Added, subtracted, a factor or a divisor: then 0 instead of 1 is what dropping it does, or a division by
/// zero.
bool is_operand(const Syntax& syntax, std::size_t i) {
  return syntax.precedence(i - 1) >= kSum || syntax.precedence(i + 1) >= kSum;
}

/// x + 1e-12 and std::max(x, 1e-12), of which eps.cpp drops it; and the sentinel -1, to which twice as much
/// is equal.
bool is_done(const Syntax& syntax, std::size_t i, const Literal& literal) {
  const Code& code = syntax.code();
  const std::size_t open = code.closes(i + 1) ? code.partner(i + 1) : i - 1;
  const bool is_guard = code.is(i - 1, "+") || code.is(open - 1, "max");
  if (is_guard && std::strtod(literal.digits.c_str(), nullptr) < kSmall && !literal.is_integer) return true;
  return code.is(i - 2, "=") && code.is(i - 1, "-") && code.is(i + 1, ";");
}

std::string other_constant(const Syntax& syntax, std::size_t i) {
  const Code& code = syntax.code();
  const Literal literal = read(code.text(i));
  if (is_done(syntax, i, literal)) return "";
  if (!literal.is_decimal) return "(" + std::string(code.text(i)) + " + 1)";
  if (!literal.is_integer) return other_real(literal);
  return literal.digits == "1" && is_operand(syntax, i) ? "2" + literal.suffix : other_integer(literal);
}

void shift_start(const Code& code, Range start, Edits& edits) {
  const std::size_t equals = code.find(start, "=");
  const bool is_constant = equals + 2 == start.last && code.is_number(equals + 1);
  if (!is_constant) return;
  const Literal literal = read(code.text(equals + 1));
  if (!literal.is_integer || !literal.is_decimal) return;
  const long long value = std::strtoll(literal.digits.c_str(), nullptr, 10);
  const std::string text = fmt::format("{}{}", value + 1, literal.suffix);
  edits.push_back({"shift bound", {replacement(code, {equals + 1, equals + 2}, text)}});
}

/// `i < n` with one round more and with one less. Of `<=` the second is what the first is of `<`.
void shift_end(const Syntax& syntax, Range condition, Edits& edits) {
  const Code& code = syntax.code();
  for (std::size_t i = condition.first; i < condition.last; i = code.next(i)) {
    if (syntax.precedence(i) != kOrder) continue;
    const std::string sign(code.text(i));
    const std::string other = sign.size() == 2 ? sign.substr(0, 1) : sign + "=";
    edits.push_back({"shift bound", {replacement(code, {i, i + 1}, other)}});
    const Range limit = syntax.right(i);
    if (sign == "<" && !limit.empty())
      edits.push_back({"shift bound", {replacement(code, limit, syntax.operand(limit, kSum) + " - 1")}});
  }
}

}  // namespace

Edits change_constant(const Syntax& syntax) {
  const Code& code = syntax.code();
  Edits edits;
  for (std::size_t i = 0; i < code.size(); ++i) {
    const bool is_axis = i > 1 && code.is(i - 2, "dimension");
    if (!syntax.may_change(i) || is_axis) continue;
    std::string other;
    if (code.is(i, "true")) other = "false";
    if (code.is(i, "false")) other = "true";
    if (code.is_number(i)) other = other_constant(syntax, i);
    if (!other.empty()) edits.push_back({"change constant", {replacement(code, {i, i + 1}, other)}});
  }
  return edits;
}

Edits shift_bound(const Syntax& syntax) {
  Edits edits;
  for (const ForLoop& loop : syntax.outline().loops) {
    shift_start(syntax.code(), loop.start, edits);
    shift_end(syntax, loop.condition, edits);
  }
  return edits;
}

}  // namespace grader::mutation
