#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "language/evaluate.hpp"

namespace grader::language {
namespace {

using array::Error;
using Kind = Expression::Kind;

constexpr model::Tolerance kDifferenceTolerance{1e-5, 1e-5};

bool is(const Expression& expression, Kind kind, std::string_view name) {
  return expression.kind == kind && expression.name == name;
}

bool is_optional(const model::Value& value) { return std::holds_alternative<model::Optional>(value.data); }

}  // namespace

bool is_comparison(const Expression& expression) {
  constexpr std::array<std::string_view, 8> kSigns{"~=", "!~", "==", "!=", "<", "<=", ">", ">="};
  return expression.kind == Kind::binary &&
         std::find(kSigns.begin(), kSigns.end(), expression.name) != kSigns.end();
}

model::Tolerance Evaluator::tolerance_of(const Expression& comparison) {
  if (surroundings_.tolerance) return *surroundings_.tolerance;
  const auto [known, is_new] = differences_.try_emplace(&comparison, false);
  if (is_new) {
    std::vector<bool> used;
    const auto is_difference = [](const Expression& part) { return is(part, Kind::call, "fd"); };
    for (const Expression* expression : with_lets(comparison, used))
      known->second = known->second || any_part(*expression, is_difference);
  }
  return known->second ? kDifferenceTolerance : surroundings_.fallback;
}

/// Optionals are held against each other; beside anything else, and beside other signs, they are their items.
Evaluator::Sides Evaluator::sides_of(const Expression& comparison) {
  const Expression& left = comparison.operands.at(0);
  const Expression& right = comparison.operands.at(1);
  Sides sides{any_value(left), nullptr};
  sides.right = any_value(right);
  const bool whole = comparison.name == "~=" || comparison.name == "!~";
  if (whole && is_optional(*sides.left) && is_optional(*sides.right)) return sides;
  return {item_of(left, sides.left), item_of(right, sides.right)};
}

Operand Evaluator::comparison(std::string_view sign, const Sides& sides, const model::Tolerance& tolerance) {
  if (sign == "~=") return work_.truth(close(*sides.left, *sides.right, tolerance, work_));
  if (sign == "!~") return work_.truth(differs(*sides.left, *sides.right, tolerance, work_));
  return compare(sign, sides.left, sides.right, work_);
}

bool Evaluator::decide(const Expression& expression, bool wanted, bool alone) {
  const auto decide_part = [&](std::size_t i) { return decide(expression.operands.at(i), wanted, false); };
  return guarded(expression, [&] {
    if (is(expression, Kind::unary, "not")) return !decide(expression.operands.at(0), !wanted, true);
    if (is(expression, Kind::binary, "and")) return decide_part(0) && decide_part(1);
    if (is(expression, Kind::binary, "or")) return decide_part(0) || decide_part(1);
    return decide_leaf(expression, wanted, alone);
  });
}

/// `alone`: an array of truth values is not read as all of it.
bool Evaluator::decide_leaf(const Expression& expression, bool wanted, bool alone) {
  Reason reason{{text_, &expression}, "", {nullptr, nullptr}, tolerance_of(expression)};
  Operand result;
  if (is_comparison(expression)) {
    reason.sign = expression.name;
    reason.sides = sides_of(expression);
    result = comparison(expression.name, reason.sides, reason.tolerance);
  } else {
    result = value(expression);
    reason.sides.left = result;
  }
  const auto* array = std::get_if<model::Tensor>(&result->data);
  if (alone && array != nullptr && !array->shape.empty())
    throw Error{
        fmt::format("'not' needs one truth value, not {}: write any(...) or all(...)", kind_text(*result))};
  const bool truth = truth_of(result, work_);
  if (truth != wanted) reason_ = std::move(reason);
  return truth;
}

model::Tolerance Evaluator::tolerance() const { return reason_.tolerance; }

model::Relation Evaluator::relation() const {
  model::Relation relation;
  const Expression& expression = *reason_.source.expression;
  const auto text = [&](const Expression& part) {
    return one_line(std::string_view(*reason_.source.text).substr(part.begin, part.end - part.begin));
  };
  const auto& [left, right] = reason_.sides;
  relation.sign = reason_.sign;
  relation.left_text = text(right == nullptr ? expression : expression.operands.at(0));
  relation.left = *left;
  if (right != nullptr) {
    relation.right_text = text(expression.operands.at(1));
    relation.right = *right;
  }
  std::vector<bool> used;
  with_lets(expression, used);
  for (std::size_t i = 0; i < named_.size(); ++i)
    if (used[i]) relation.names.emplace_back(named_[i].name, *named_[i].value);
  return relation;
}

}  // namespace grader::language
