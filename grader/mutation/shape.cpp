#include <algorithm>
#include <array>
#include <optional>

#include "mutation/syntax.hpp"

namespace grader::mutation {
namespace {

constexpr std::array<std::string_view, 6> kSizes = {"size", "rows", "cols", "dimension", "length", "count"};
constexpr std::array<std::string_view, 9> kReductions = {
    "sum", "mean", "norm", "squaredNorm", "prod", "maxCoeff", "minCoeff", "lpNorm", "dot"};
constexpr std::array<std::string_view, 8> kRealFunctions = {"sqrt", "exp",  "log", "sin",
                                                            "cos",  "tanh", "erf", "pow"};

bool is_bitwise(int operation) { return operation > kAnd && operation < kEquality; }

/// Of a sum or a product: one with an array in it is an array.
Shape joined(Shape a, Shape b) {
  constexpr std::array<Shape, 6> kOrderOfShapes = {Shape::other,  Shape::tensor,  Shape::array,
                                                   Shape::matrix, Shape::unknown, Shape::real};
  for (const Shape shape : kOrderOfShapes)
    if (a == shape || b == shape) return shape;
  return Shape::integer;
}

}  // namespace

Shape Syntax::shape_of_name(std::size_t i) const {
  if (code_.is(i, "true") || code_.is(i, "false")) return Shape::boolean;
  return shape_of_type(outline_.type_of(code_.text(i), i));
}

Shape Syntax::shape(Range range) const {
  if (range.size() > kLongestOperand) return Shape::unknown;
  if (range.empty() || code_.is(range.first, "{") || code_.is(range.first, "[")) return Shape::other;
  if (code_.is(range.first, "!")) return Shape::boolean;
  const std::size_t question = code_.find(range, "?");
  if (question < range.last) return shape({question + 1, code_.find({question, range.last}, ":")});
  std::optional<Shape> result;
  std::size_t first = range.first;
  for (std::size_t i = range.first; i <= range.last; i = i < range.last ? code_.next(i) : i + 1) {
    const int operation = i < range.last ? precedence(i) : 0;
    if (operation != 0 && operation <= kOrder && !is_bitwise(operation)) return Shape::boolean;
    if (operation == 0 && i < range.last) continue;
    const Shape operand = shape_of_postfix({first, i});
    result = result ? joined(*result, operand) : operand;
    first = i + 1;
  }
  return *result;
}

Shape Syntax::shape_of_postfix(Range range) const {
  while (!range.empty() && is_unary(range.first)) ++range.first;
  if (range.empty() || code_.kind(range.first) == Token::Kind::text) return Shape::other;
  if (range.size() == 1) {
    if (!code_.is_number(range.first)) return shape_of_name(range.first);
    const std::string_view number = code_.text(range.first);
    const bool is_hexadecimal = number.substr(0, 2) == "0x" || number.substr(0, 2) == "0X";
    return !is_hexadecimal && number.find_first_of(".eE") != std::string_view::npos ? Shape::real
                                                                                    : Shape::integer;
  }
  if (code_.is(range.first, "(") && code_.partner(range.first) + 1 == range.last)
    return shape({range.first + 1, range.last - 1});
  // The last method decides, where it says something by itself.
  const std::size_t open = code_.closes(range.last - 1) ? code_.partner(range.last - 1) : range.last;
  if (open > range.first && is_method(open - 1)) {
    const std::string_view method = code_.text(open - 1);
    const bool is_partial = open > range.first + 4 && code_.is(open - 3, ")") &&
                            (code_.is(open - 5, "rowwise") || code_.is(open - 5, "colwise"));
    if (among(kSizes, method)) return Shape::integer;
    if (among(kReductions, method) && !is_partial) return Shape::real;
    if (method == "array") return Shape::array;
    if (method == "matrix") return Shape::matrix;
    if (method == "dot") return Shape::real;
    return shape_of_postfix({range.first, open - 2});
  }
  if (code_.is(range.first, "std") && among(kRealFunctions, code_.text(range.first + 2))) return Shape::real;
  if (code_.is_angle(range.first + 1) && code_.is(range.first, "static_cast"))
    return shape_of_type(code_.text({range.first + 2, code_.partner(range.first + 1)}));
  const bool is_element = open == range.first + 1 && code_.is(open, "(") && range.size() > 3;
  if (is_element) {
    const Shape whole = shape_of_name(range.first);
    return whole == Shape::matrix || whole == Shape::array || whole == Shape::tensor ? Shape::real
                                                                                     : Shape::unknown;
  }
  return Shape::unknown;
}

}  // namespace grader::mutation
