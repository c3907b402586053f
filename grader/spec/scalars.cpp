#include "spec/scalars.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <limits>

namespace grader::spec {
namespace {

bool is_one_of(std::string_view text, std::initializer_list<std::string_view> words) {
  return std::find(words.begin(), words.end(), text) != words.end();
}

std::size_t count_digits(std::string_view text) {
  const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
  return static_cast<std::size_t>(std::find_if_not(text.begin(), text.end(), is_digit) - text.begin());
}

std::string_view without_sign(std::string_view text) {
  if (text.starts_with('-') || text.starts_with('+')) text.remove_prefix(1);
  return text;
}

bool is_integer(std::string_view text) {
  text = without_sign(text);
  return !text.empty() && count_digits(text) == text.size();
}

/// digits, or digits with a point among them, then perhaps an exponent.
bool is_decimal(std::string_view text) {
  text = without_sign(text);
  const std::size_t whole = count_digits(text);
  text.remove_prefix(whole);
  std::size_t fraction = 0;
  if (text.starts_with('.')) {
    text.remove_prefix(1);
    fraction = count_digits(text);
    text.remove_prefix(fraction);
  }
  if (whole + fraction == 0) return false;
  if (text.starts_with('e') || text.starts_with('E')) {
    text = without_sign(text.substr(1));
    return !text.empty() && count_digits(text) == text.size();
  }
  return text.empty();
}

bool has_leading_zero(std::string_view text) {
  text = without_sign(text);
  return text.size() > 1 && text[0] == '0' && text[1] >= '0' && text[1] <= '9';
}

std::optional<double> special(std::string_view text) {
  const std::string_view bare = without_sign(text);
  if (is_one_of(text, {".nan", ".NaN", ".NAN", "nan", "NaN"}))
    return std::numeric_limits<double>::quiet_NaN();
  if (!is_one_of(bare, {".inf", ".Inf", ".INF", "inf", "Infinity"})) return std::nullopt;
  const double infinity = std::numeric_limits<double>::infinity();
  return text.starts_with('-') ? -infinity : infinity;
}

void expected(const Node& node, std::string_view what, std::string_view wanted, Problems& problems,
              std::string hint = {}) {
  if (node.is_null())
    problems.add(node.place, fmt::format("{} has no value", what), fmt::format("expected {}", wanted));
  else
    problems.add(node.place, fmt::format("{} must be {}, found {}", what, wanted, describe(node)),
                 std::move(hint));
}

void leading_zero(const Node& node, std::string_view what, Problems& problems) {
  problems.add(node.place, fmt::format("{}: {} has a leading zero", what, in_quotes(node.text)),
               "numbers are decimal: write it without the zero");
}

bool is_plain_number(const Node& node) {
  return node.is_plain() && (is_integer(node.text) || is_decimal(node.text));
}

template <class T>
std::optional<T> from_text(std::string_view text) {
  if (text.starts_with('+')) text.remove_prefix(1);
  T value{};
  const char* const end = text.data() + text.size();
  const auto [stop, error] = std::from_chars(text.data(), end, value);
  return error == std::errc{} && stop == end ? std::optional(value) : std::nullopt;
}

}  // namespace

ScalarKind kind_of(const Node& scalar) {
  if (!scalar.is_plain()) return ScalarKind::string;
  if (is_one_of(scalar.text, {"true", "false", "True", "False", "TRUE", "FALSE"})) return ScalarKind::boolean;
  if (is_integer(scalar.text)) return ScalarKind::integer;
  const bool is_special = special(scalar.text) && scalar.text.find('.') != std::string::npos;
  return is_special || is_decimal(scalar.text) ? ScalarKind::floating : ScalarKind::string;
}

std::string describe(const Node& node) {
  switch (node.kind) {
    case Node::Kind::null:
      return "nothing";
    case Node::Kind::sequence:
      return "a list";
    case Node::Kind::mapping:
      return "a mapping";
    case Node::Kind::scalar:
      break;
  }
  switch (kind_of(node)) {
    case ScalarKind::boolean:
      return node.text;
    case ScalarKind::integer:
    case ScalarKind::floating:
      return "the number " + (node.text.size() < 40 ? node.text : in_quotes(node.text));
    case ScalarKind::string:
      break;
  }
  return "the text " + in_quotes(node.text);
}

std::optional<double> to_float(std::string_view text) {
  if (const auto value = special(text)) return value;
  if (has_leading_zero(text) || !is_decimal(text)) return std::nullopt;
  return from_text<double>(text);
}

std::optional<std::int64_t> to_int(std::string_view text) {
  if (has_leading_zero(text) || !is_integer(text)) return std::nullopt;
  return from_text<std::int64_t>(text);
}

std::optional<double> read_float(const Node& node, std::string_view what, Problems& problems) {
  if (node.is_scalar() && special(node.text)) return special(node.text);
  if (!is_plain_number(node)) {
    const bool has_quotes = node.is_scalar() && !node.is_plain() && is_decimal(node.text);
    expected(node, what, "a number", problems, has_quotes ? "leave the quotes out" : "");
    return std::nullopt;
  }
  if (has_leading_zero(node.text)) {
    leading_zero(node, what, problems);
    return std::nullopt;
  }
  const auto value = to_float(node.text);
  if (!value)
    problems.add(node.place,
                 fmt::format("{}: {} is outside the range of a float", what, in_quotes(node.text)));
  return value;
}

std::optional<std::int64_t> read_int(const Node& node, std::string_view what, Problems& problems) {
  if (!is_plain_number(node) || !is_integer(node.text)) {
    const bool has_quotes = node.is_scalar() && !node.is_plain() && is_integer(node.text);
    expected(node, what, "a whole number", problems, has_quotes ? "leave the quotes out" : "");
    return std::nullopt;
  }
  if (has_leading_zero(node.text)) {
    leading_zero(node, what, problems);
    return std::nullopt;
  }
  const auto value = to_int(node.text);
  if (!value)
    problems.add(node.place, fmt::format("{}: {} does not fit into 64 bits", what, in_quotes(node.text)));
  return value;
}

std::optional<bool> read_bool(const Node& node, std::string_view what, Problems& problems) {
  if (node.is_plain() && (node.text == "true" || node.text == "false")) return node.text == "true";
  expected(node, what, "true or false", problems);
  return std::nullopt;
}

std::optional<std::string> read_string(const Node& node, std::string_view what, Problems& problems) {
  if (node.is_scalar() && kind_of(node) == ScalarKind::string) return node.text;
  expected(node, what, "text", problems, node.is_scalar() ? "put it in quotes" : "");
  return std::nullopt;
}

std::optional<std::string> read_text(const Node& node, std::string_view what, Problems& problems) {
  auto text = read_string(node, what, problems);
  if (!text) return std::nullopt;
  const auto is_control = [](char c) {
    return (static_cast<unsigned char>(c) < 0x20 && c != '\n' && c != '\t') || c == 0x7f;
  };
  if (text->find_first_not_of(" \t\n") == std::string::npos) {
    problems.add(node.place, fmt::format("{} is empty", what));
    return std::nullopt;
  }
  if (std::any_of(text->begin(), text->end(), is_control)) {
    problems.add(node.place, fmt::format("{} holds a control character", what));
    return std::nullopt;
  }
  return text;
}

std::optional<double> read_float_within(const Node& node, std::string_view what, double low, double high,
                                        Problems& problems) {
  const auto value = read_float(node, what, problems);
  if (!value || (*value >= low && *value <= high)) return value;
  problems.add(node.place, fmt::format("{} must be between {} and {}, found {}", what, low, high, node.text));
  return std::nullopt;
}

std::optional<std::int64_t> read_int_within(const Node& node, std::string_view what, std::int64_t low,
                                            std::int64_t high, Problems& problems) {
  const auto value = read_int(node, what, problems);
  if (!value || (*value >= low && *value <= high)) return value;
  problems.add(node.place, fmt::format("{} must be between {} and {}, found {}", what, low, high, node.text));
  return std::nullopt;
}

}  // namespace grader::spec
