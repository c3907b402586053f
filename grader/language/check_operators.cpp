#include <fmt/format.h>

#include <algorithm>
#include <string>

#include "language/check.hpp"

namespace grader::language {
namespace {

bool is_bool(const StaticArray& array) { return array.element == Element::boolean; }

bool is_comparison(std::string_view sign) {
  return sign == "==" || sign == "!=" || sign == "<" || sign == "<=" || sign == ">" || sign == ">=";
}

bool is_text(const StaticType& type) { return std::holds_alternative<StaticText>(used_as_value(type).data); }

std::string hint_for_operand(const Expression& expression, const StaticType& type) {
  if (!is_comparison(expression.name)) return {};
  return is_text(type) ? "strings are compared with '==' and '!='"
                       : "records and lists are compared with '~=' or '!~'";
}

StaticArray operand(const StaticType& type, const Expression& expression, std::size_t side) {
  auto array = as_array(type);
  if (!array)
    fail(expression.at,
         fmt::format("'{}' {} numbers, the {} side is {}", expression.name,
                     is_comparison(expression.name) ? "compares" : "takes", side == 0 ? "left" : "right",
                     text_of(type)),
         hint_for_operand(expression, type));
  return *std::move(array);
}

/// What two ints are together, as far as that can be said in symbols.
Dimension value_of(const std::string& sign, const Dimension& a, const Dimension& b) {
  if (sign == "+") return a + b;
  if (sign == "-") return a - b;
  if (sign == "*") return a * b;
  if (sign == "//") return floor_divide(a, b);
  if (sign == "%") return remainder(a, b);
  if (sign == "**" && b.is(2)) return a * a;
  return {};
}

StaticType arithmetic(const Expression& expression, const StaticArray& a, const StaticArray& b) {
  const std::string& sign = expression.name;
  if (sign == "@") return {matrix_product(a, b, "'@'", expression.at)};
  if (is_bool(a) && is_bool(b))
    fail(expression.at, fmt::format("'{}' takes numbers, both sides are bools", sign),
         "write minimum(a, b) for and, maximum(a, b) for or, element by element");
  const Element promoted = std::max(a.element, b.element);
  if (sign == "**" && promoted != Element::real && b.value().constant().value_or(0) < 0)
    fail(expression.at, "an int to a negative power is not an int", "write the base as a float, like 2.0");
  StaticArray result{sign == "/" ? Element::real : promoted, broadcast(a.shape, b.shape, expression.at),
                     std::nullopt};
  if (result.is_scalar() && result.element == Element::integer)
    return integer_of(value_of(sign, a.value(), b.value()));
  return {std::move(result)};
}

[[noreturn]] void fail_comparison(const Expression& expression, const StaticType& left,
                                  const StaticType& right) {
  fail(expression.at, fmt::format("{} cannot be compared with {}", text_of(left), text_of(right)));
}

void expect_comparable(const Expression& expression, const StaticArray& a, const StaticArray& b) {
  if (is_bool(a) != is_bool(b)) fail_comparison(expression, {a}, {b});
}

/// `~=` and `!~`, for values of every kind.
void expect_alike(const Expression& expression, const StaticType& left, const StaticType& right);

void expect_alike(const Expression& expression, const StaticRecord& a, const StaticRecord& b) {
  if (a.name != b.name || a.fields->size() != b.fields->size()) fail_comparison(expression, {a}, {b});
  for (std::size_t i = 0; i < a.fields->size(); ++i)
    expect_alike(expression, (*a.fields)[i].type, (*b.fields)[i].type);
}

void expect_alike(const Expression& expression, const StaticList& a, const StaticList& b) {
  if (a.items != nullptr && b.items != nullptr) {
    if (a.items->size() != b.items->size()) fail_comparison(expression, {a}, {b});
    for (std::size_t i = 0; i < a.items->size(); ++i) expect_alike(expression, (*a.items)[i], (*b.items)[i]);
    return;
  }
  const StaticList& written = a.items != nullptr ? a : b;
  const StaticList& other = a.items != nullptr ? b : a;
  if (written.items == nullptr) return expect_alike(expression, *a.item, *b.item);
  for (const StaticType& item : *written.items) expect_alike(expression, item, *other.item);
}

void expect_alike(const Expression& expression, const StaticType& left, const StaticType& right) {
  const auto a = as_array(left);
  const auto b = as_array(right);
  if (a && b) {
    expect_comparable(expression, *a, *b);
    return expect_same_shape(a->shape, b->shape, fmt::format("'{}'", expression.name), expression.at);
  }
  const StaticType& x = used_as_value(left);
  const StaticType& y = used_as_value(right);
  if (x.data.index() != y.data.index()) fail_comparison(expression, left, right);
  if (const auto* record = std::get_if<StaticRecord>(&x.data))
    expect_alike(expression, *record, std::get<StaticRecord>(y.data));
  else if (const auto* list = std::get_if<StaticList>(&x.data))
    expect_alike(expression, *list, std::get<StaticList>(y.data));
}

StaticType comparison(const Expression& expression, const StaticType& left, const StaticType& right) {
  const std::string& sign = expression.name;
  if (is_text(left) && is_text(right) && (sign == "==" || sign == "!=")) return truth_value();
  const StaticArray a = operand(left, expression, 0);
  const StaticArray b = operand(right, expression, 1);
  expect_comparable(expression, a, b);
  return array_of(Element::boolean, broadcast(a.shape, b.shape, expression.at));
}

}  // namespace

StaticType check_operator(const Expression& expression, const StaticType& left, const StaticType& right) {
  if (expression.name == "~=" || expression.name == "!~") {
    expect_alike(expression, left, right);
    return truth_value();
  }
  if (is_comparison(expression.name)) return comparison(expression, left, right);
  return arithmetic(expression, operand(left, expression, 0), operand(right, expression, 1));
}

StaticType check_negation(const Expression& expression, const StaticType& operand) {
  const auto array = as_array(operand);
  if (!array || is_bool(*array))
    fail(expression.at, fmt::format("'-' takes numbers, this is {}", text_of(operand)),
         array ? "write not x for one truth value" : "");
  if (array->is_scalar() && array->element == Element::integer)
    return integer_of(Dimension::number(0) - array->value());
  return array_of(array->element, array->shape);
}

}  // namespace grader::language
