#include "language/evaluate.hpp"

#include <fmt/format.h>

#include "language/array_elementwise.hpp"
#include "language/array_shape.hpp"
#include "util/text.hpp"

namespace grader::language {
namespace {

using array::Error;
using model::Index;
using model::Value;
using Kind = Expression::Kind;

// What it costs to look at an expression, in element operations.
constexpr Index kVisit = 16;
// The parser allows less; this is for trees that it did not make.
constexpr int kDeepest = 300;
constexpr std::size_t kLongestPart = 100;  // of a text that a message names

}  // namespace

std::string one_line(std::string_view text) {
  std::string line;
  bool broken = false;
  for (const char c : text) {
    const bool space = c == ' ' || c == '\t' || c == '\n' || c == '\r';
    if (c == '\n' || (broken && space)) {
      broken = true;
      continue;
    }
    if (broken && !line.empty() && line.back() != ' ') line += ' ';
    broken = false;
    line += c;
  }
  return line;
}

std::string Evaluator::text_of(const Expression& expression) const {
  if (text_ == nullptr || expression.begin > expression.end || expression.end > text_->size()) return "";
  return one_line(std::string_view(*text_).substr(expression.begin, expression.end - expression.begin));
}

void Evaluator::enter() {
  if (++depth_ > kDeepest) throw Error{"this is nested too deeply"};
  work_.budget().work(kVisit);
}

std::string Evaluator::named_part(const Expression& expression) const {
  return util::truncate(text_of(expression), kLongestPart);
}

Operand Evaluator::evaluate(const Source& source) {
  text_ = source.text;
  return any_value(*source.expression);
}

std::vector<Operand> Evaluator::evaluate_items(const Source& source) {
  text_ = source.text;
  const Operand list = value(*source.expression);
  return guarded(*source.expression, [&] { return items_of(list, work_); });
}

bool Evaluator::holds(const Source& source) {
  text_ = source.text;
  return decide(*source.expression, true, false);
}

Operand Evaluator::any_value(const Expression& expression) {
  return guarded(expression, [&] { return node(expression); });
}

Operand Evaluator::value(const Expression& expression) { return item_of(expression, any_value(expression)); }

Operand Evaluator::item_of(const Expression& expression, const Operand& result) {
  const auto* optional = std::get_if<model::Optional>(&result->data);
  if (optional == nullptr) return result;
  const std::string text = text_of(expression);
  if (optional->item.empty()) throw Failure{fmt::format("{0} is absent; guard it with has({0})", text)};
  return guarded(expression, [&] { return given(optional->item.front(), result); });
}

Operand Evaluator::node(const Expression& expression) {
  switch (expression.kind) {
    case Kind::number:
      return std::visit([&](auto number) { return work_.own(model::Tensor::scalar(number)); },
                        expression.number);
    case Kind::text:
      return work_.own(Value{expression.name});
    case Kind::name:
      return name(expression);
    case Kind::list:
      return list(expression);
    case Kind::unary:
      return unary(expression);
    case Kind::binary:
      return binary(expression);
    case Kind::call:
      return call(expression);
    case Kind::index:
      return index(expression);
    case Kind::field:
      return field(expression);
  }
  throw Error{"this is no expression"};
}

Operand Evaluator::list(const Expression& expression) {
  std::vector<Operand> items;
  for (const Expression& item : expression.operands) items.push_back(value(item));
  return list_of(items, work_);
}

Operand Evaluator::unary(const Expression& expression) {
  if (expression.name == "not") return work_.truth(decide(expression, true, false));
  const Operand operand = as_array(value(expression.operands.at(0)), work_);
  return work_.own(array::negated(tensor(operand), work_.budget()));
}

Operand Evaluator::binary(const Expression& expression) {
  if (expression.name == "and" || expression.name == "or")
    return work_.truth(decide(expression, true, false));
  if (is_comparison(expression)) {
    const Sides sides = sides_of(expression);
    return comparison(expression.name, sides, tolerance_of(expression));
  }
  const Operand left = value(expression.operands.at(0));
  return arithmetic(expression.name, left, value(expression.operands.at(1)), work_);
}

Operand Evaluator::field(const Expression& expression) {
  const Operand whole = value(expression.operands.at(0));
  const auto* record = std::get_if<model::Record>(&whole->data);
  if (record == nullptr) throw Error{fmt::format("{} has no fields", kind_text(*whole))};
  const Value* part = record->find(expression.name);
  if (part == nullptr) throw Error{fmt::format("there is no field '{}'", expression.name)};
  return given(*part, whole);
}

std::optional<Index> Evaluator::part_of_slice(const std::vector<Expression>& part) {
  if (part.empty()) return std::nullopt;
  return int_of(value(part.front()), work_);
}

Operand Evaluator::index(const Expression& expression) {
  const Operand whole = value(expression.operands.at(0));
  std::vector<array::Pick> picks;
  for (const Subscript& subscript : expression.subscripts)
    picks.push_back({subscript.is_slice, part_of_slice(subscript.index).value_or(0),
                     part_of_slice(subscript.start), part_of_slice(subscript.stop),
                     part_of_slice(subscript.step)});
  if (const auto* list = std::get_if<model::List>(&whole->data)) {
    if (picks.size() != 1 || picks.front().is_slice) throw Error{"a list has one int as its subscript"};
    const Index at = array::position(picks.front().index, 0, static_cast<Index>(list->items.size()));
    return given(list->items[static_cast<std::size_t>(at)], whole);
  }
  const Operand array = as_array(whole, work_);
  return work_.own(array::indexed(tensor(array), picks, work_.budget()));
}

}  // namespace grader::language
