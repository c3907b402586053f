#include "language/check.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "language/functions.hpp"
#include "util/suggest.hpp"

namespace grader::language {
namespace {

using Kind = Expression::Kind;

bool is_truth(const StaticType& type) {
  const auto array = as_array(type);
  return array && array->element == Element::boolean;
}

std::string hint_for_truth(const StaticType& type) {
  return as_array(type) ? "compare it with something: '~=', '<', …" : "compare it with '~=' or '!~'";
}

void expect_truth_of(const StaticType& type, const Expression& expression, std::string_view who) {
  if (!is_truth(type))
    fail(expression.begin, fmt::format("{} needs a truth value, this is {}", who, text_of(type)),
         hint_for_truth(type));
}

Dimension integer(const StaticType& type, const Expression& expression, std::string_view what) {
  const auto array = as_array(type);
  if (!array || array->element != Element::integer || !array->is_scalar())
    fail(expression.begin, fmt::format("{} is an int, this is {}", what, text_of(type)),
         array && !array->is_scalar() ? "write take(x, indices, axis) for several" : "");
  return array->value();
}

/// What `x.shape` of other languages is called here.
std::string hint_for_field(const StaticType& type, const std::string& field) {
  if (const auto* record = std::get_if<StaticRecord>(&used_as_value(type).data)) {
    std::vector<std::string> fields;
    for (const StaticField& known : *record->fields) fields.push_back(known.name);
    const std::string hint = util::did_you_mean(field, fields);
    return hint.empty() ? fmt::format("it has {}", fmt::join(fields, ", ")) : hint;
  }
  if (field == "T") return "write transpose(x)";
  return find_builtin(field) != nullptr ? fmt::format("write {}(x)", field) : "";
}

}  // namespace

StaticType Checker::type_of(const Expression& expression) const {
  switch (expression.kind) {
    case Kind::number:
      if (const auto* number = std::get_if<std::int64_t>(&expression.number))
        return integer_of(Dimension::number(*number));
      return scalar_of(Element::real);
    case Kind::text:
      return {StaticText{}};
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
  return truth_value();
}

void Checker::expect_truth(const Expression& expression) const {
  expect_truth_of(type_of(expression), expression, "a check");
}

StaticType Checker::item_of(const Expression& expression) const {
  const StaticType type = type_of(expression);
  const StaticType& value = used_as_value(type);
  if (const auto* list = std::get_if<StaticList>(&value.data)) {
    if (list->item != nullptr) return *list->item;
    if (list->items->empty()) fail(expression.begin, "'forall' has no values to go over");
    StaticType item = list->items->front();
    for (std::size_t i = 1; i < list->items->size(); ++i) {
      auto common = common_type(item, (*list->items)[i]);
      if (!common)
        fail(expression.begin, fmt::format("the values of 'forall' are of different kinds: {} and {}",
                                           text_of(item), text_of((*list->items)[i])));
      item = *std::move(common);
    }
    // What is true of one value is not of all.
    return list->items->size() == 1 ? item : *common_type(item, item);
  }
  const auto* array = std::get_if<StaticArray>(&value.data);
  if (array == nullptr || array->is_scalar())
    fail(expression.begin, fmt::format("'forall' goes over a list, this is {}", text_of(type)),
         array != nullptr ? "write [a, b, c] or arange(n)" : "");
  return array_of(array->element, SymbolicShape(array->shape.begin() + 1, array->shape.end()));
}

StaticType Checker::name(const Expression& expression) const {
  if (!moved_.empty() && expression.name == "out" && names_.place() != Names::Place::condition)
    fail(expression.begin, "'out' does not change with what 'fd' moves", "write f()");
  auto type = names_.find(expression.name);
  if (!type) throw CheckFailure{names_.unknown(expression)};
  const auto array = as_array(*type);
  const bool is_real = !array || array->element == Element::real;
  if (!moved_.empty() && is_real && names_.depends(expression.name, moved_))
    fail(expression.begin, fmt::format("'{}' does not change with what 'fd' moves", expression.name),
         "names are evaluated before; write its expression here");
  return *std::move(type);
}

StaticType Checker::list(const Expression& expression) const {
  std::vector<StaticType> items;
  for (const Expression& item : expression.operands) items.push_back(type_of(item));
  StaticType result = list_of(std::move(items));
  constexpr std::size_t kMostLeaves = 10'000;
  if (std::get<StaticList>(result.data).leaves > kMostLeaves)
    fail(expression.begin, fmt::format("a list of more than {} values", kMostLeaves), "write full or arange");
  return result;
}

StaticType Checker::unary(const Expression& expression) const {
  const Expression& operand = expression.operands[0];
  const StaticType type = type_of(operand);
  if (expression.name == "-") return check_negation(expression, type);
  expect_truth_of(type, operand, "'not'");
  if (!as_array(type)->is_scalar())
    fail(expression.at, fmt::format("'not' of {} could mean two things", text_of(type)),
         "write not any(…) or not all(…)");
  return truth_value();
}

StaticType Checker::binary(const Expression& expression) const {
  const StaticType left = type_of(expression.operands[0]);
  const StaticType right = type_of(expression.operands[1]);
  if (expression.name != "and" && expression.name != "or") return check_operator(expression, left, right);
  const std::string who = "'" + expression.name + "'";
  expect_truth_of(left, expression.operands[0], who);
  expect_truth_of(right, expression.operands[1], who);
  return truth_value();
}

StaticType Checker::field(const Expression& expression) const {
  const StaticType whole = type_of(expression.operands[0]);
  const auto* record = std::get_if<StaticRecord>(&used_as_value(whole).data);
  const StaticType* found = record == nullptr ? nullptr : find_field(*record, expression.name);
  if (found == nullptr)
    fail(expression.at, fmt::format("{} has no field '{}'", text_of(whole), expression.name),
         hint_for_field(whole, expression.name));
  return *found;
}

StaticType Checker::index(const Expression& expression) const {
  const StaticType whole = type_of(expression.operands[0]);
  std::vector<StaticSubscript> subscripts;
  const auto part = [&](const std::vector<Expression>& given,
                        std::string_view what) -> std::optional<Dimension> {
    if (given.empty()) return std::nullopt;
    return integer(type_of(given[0]), given[0], what);
  };
  for (const Subscript& subscript : expression.subscripts)
    subscripts.push_back({subscript.is_slice, part(subscript.index, "a subscript"),
                          part(subscript.start, "a bound"), part(subscript.stop, "a bound"),
                          part(subscript.step, "a step")});
  for (std::size_t i = 0; i < subscripts.size(); ++i)
    if (subscripts[i].step && subscripts[i].step->is(0))
      fail(expression.subscripts[i].step[0].begin, "a step is not 0");
  const StaticType& value = used_as_value(whole);
  const auto* list = std::get_if<StaticList>(&value.data);
  const bool one = subscripts.size() == 1 && !subscripts[0].is_slice;
  if (list != nullptr && list->item != nullptr) {
    if (!one) fail(expression.begin, fmt::format("{} takes one int as its subscript", text_of(value)));
    return *list->item;
  }
  if (list != nullptr && one)
    if (const auto number = subscripts[0].index->constant()) {
      const auto count = static_cast<model::Index>(list->items->size());
      if (*number < -count || *number >= count)
        fail(expression.begin, fmt::format("index {} is out of bounds for a list of {}", *number, count));
      return (*list->items)[static_cast<std::size_t>(*number < 0 ? *number + count : *number)];
    }
  const auto array = as_array(value);
  if (!array) fail(expression.begin, fmt::format("{} has no parts to take by a subscript", text_of(whole)));
  return {check_subscripts(*array, subscripts, expression)};
}

}  // namespace grader::language
