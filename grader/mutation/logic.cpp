#include <algorithm>

#include "mutation/operators.hpp"

namespace grader::mutation {
namespace {

bool is_comparison(const Syntax& syntax, std::size_t i) {
  const int precedence = syntax.precedence(i);
  return precedence == kOrder || precedence == kEquality;
}

/// Its only operator is this one, so that negating it is changing that.
bool is_one_comparison(const Syntax& syntax, Range condition) {
  std::size_t operators = 0;
  std::size_t comparisons = 0;
  for (std::size_t i = condition.first; i < condition.last; i = syntax.code().next(i)) {
    operators += syntax.precedence(i) == kAnd || syntax.precedence(i) == kOr ? 1U : 0U;
    comparisons += is_comparison(syntax, i) ? 1U : 0U;
  }
  return operators == 0 && comparisons == 1;
}

bool is_real(Shape shape) {
  return shape == Shape::real || shape == Shape::array || shape == Shape::matrix || shape == Shape::tensor;
}

std::string reversed(std::string_view sign) {
  if (sign == "<") return ">=";
  if (sign == "<=") return ">";
  if (sign == ">") return "<=";
  if (sign == ">=") return "<";
  return sign == "==" ? "!=" : "==";
}

/// With or without equality.
std::vector<std::string> neighbours(std::string_view sign) {
  if (sign.size() == 1) return {std::string(sign) + "="};
  if (sign == "==") return {"<=", ">="};
  if (sign == "!=") return {"<", ">"};
  return {std::string(sign.substr(0, 1))};
}

/// Real numbers are hardly ever equal, so that asking for equality changes nothing; of what is unknown not
/// all is ordered.
bool has_neighbours(const Syntax& syntax, std::size_t i) {
  const Shape left = syntax.shape(syntax.left(i));
  const Shape right = syntax.shape(syntax.right(i));
  // Below zero, or the remainder of a division by it, there is mostly nothing.
  const bool is_literal = syntax.code().is_number(i - 1) || syntax.code().is_number(i + 1);
  if (syntax.precedence(i) == kEquality)
    return !is_literal && left == Shape::integer && right == Shape::integer;
  return !is_real(left) && !is_real(right);
}

Edit negated(const Syntax& syntax, Range condition) {
  const Code& code = syntax.code();
  return {"negate condition", {replacement(code, condition, "!" + syntax.operand(condition, kTightest))}};
}

void negate(const Syntax& syntax, Range condition, Edits& edits) {
  // Dropping its `!` and turning its comparison around are mutants of their own.
  const bool is_done =
      condition.empty() || syntax.code().is(condition.first, "!") || is_one_comparison(syntax, condition);
  const bool declares = syntax.code().find(condition, "=") < condition.last;
  if (!is_done && !declares && syntax.may_change(condition.first))
    edits.push_back(negated(syntax, condition));
}

/// What stands between the `?` and whatever the condition belongs to.
Range ternary_condition(const Syntax& syntax, std::size_t question) {
  const Code& code = syntax.code();
  for (const Statement& statement : syntax.outline().statements) {
    if (!statement.value.holds(question)) continue;
    Range condition{statement.value.first, question};
    if (code.find(condition, "{") < question || code.find(condition, ",") < question) return {};
    return code.find({statement.value.first, statement.value.last}, "?") == question ? condition : Range{};
  }
  return {};
}

}  // namespace

Edits negate_condition(const Syntax& syntax) {
  const Code& code = syntax.code();
  Edits edits;
  for (const Range& condition : syntax.outline().conditions) negate(syntax, condition, edits);
  for (const Statement& statement : syntax.outline().statements)
    if (shape_of_type(statement.type) == Shape::boolean) negate(syntax, statement.value, edits);
  for (std::size_t i = 0; i < code.size(); ++i) {
    if (!syntax.may_change(i)) continue;
    if (code.is(i, "!") && syntax.is_unary(i))
      edits.push_back({"negate condition", {removal_with_space_behind(code, {i, i + 1})}});
    if (code.is(i, "?")) negate(syntax, ternary_condition(syntax, i), edits);
  }
  return edits;
}

Edits change_comparison(const Syntax& syntax) {
  const Code& code = syntax.code();
  Edits edits;
  for (std::size_t i = 0; i < code.size(); ++i) {
    if (!is_comparison(syntax, i) || !syntax.may_change(i)) continue;
    const std::string sign(code.text(i));
    edits.push_back({"change comparison", {replacement(code, {i, i + 1}, reversed(sign))}});
    if (!has_neighbours(syntax, i)) continue;
    for (const std::string& other : neighbours(sign))
      edits.push_back({"change comparison", {replacement(code, {i, i + 1}, other)}});
  }
  return edits;
}

Edits swap_and_or(const Syntax& syntax) {
  const Code& code = syntax.code();
  Edits edits;
  for (std::size_t i = 0; i < code.size(); ++i) {
    const int precedence = syntax.precedence(i);
    if ((precedence != kAnd && precedence != kOr) || !syntax.may_change(i)) continue;
    edits.push_back({"swap and/or", {replacement(code, {i, i + 1}, precedence == kAnd ? "||" : "&&")}});
  }
  return edits;
}

}  // namespace grader::mutation
