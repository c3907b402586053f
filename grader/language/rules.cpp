#include "language/rules.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

namespace grader::language {
namespace {

struct Group {
  Rule rule;
  std::vector<std::string_view> functions;
};

const std::vector<Group>& groups() {
  static const std::vector<Group> all{
      {check_elementwise,
       {"abs", "sqrt", "exp", "log", "sin", "cos", "tanh", "erf", "isfinite", "isnan", "maximum", "minimum",
        "clip", "where", "round"}},
      {check_reduction,
       {"sum", "mean", "prod", "min", "max", "argmax", "any", "all", "var", "std", "norm", "cumsum"}},
      {check_product, {"dot", "matmul", "svdvals"}},
      {check_rearrangement,
       {"transpose", "reshape", "concatenate", "stack", "flip", "roll", "take", "sort", "argsort", "unique",
        "tril", "triu"}},
      {check_creation, {"eye", "zeros", "ones", "full", "arange", "broadcast_to"}},
      {check_inspection, {"shape", "size", "len", "allclose", "far"}},
      {check_set, {"set"}},
  };
  return all;
}

bool are_assignable(const StaticList& wanted, const StaticType& given) {
  const auto* list = std::get_if<StaticList>(&given.data);
  if (list == nullptr) return false;
  if (list->items == nullptr) return is_assignable(*wanted.item, *list->item);
  return std::all_of(list->items->begin(), list->items->end(),
                     [&](const StaticType& item) { return is_assignable(*wanted.item, item); });
}

bool are_assignable(const StaticRecord& wanted, const StaticType& given) {
  const auto* record = std::get_if<StaticRecord>(&given.data);
  return record != nullptr && record->name == wanted.name &&
         std::equal(wanted.fields->begin(), wanted.fields->end(), record->fields->begin(),
                    record->fields->end(), [](const StaticField& a, const StaticField& b) {
                      return a.name == b.name && is_assignable(a.type, b.type);
                    });
}

}  // namespace

void fail(std::size_t offset, std::string message, std::string hint) {
  throw CheckFailure{{offset, std::move(message), std::move(hint)}};
}

Rule rule_of(std::string_view function) {
  for (const Group& group : groups())
    if (std::find(group.functions.begin(), group.functions.end(), function) != group.functions.end())
      return group.rule;
  return nullptr;
}

Call::Call(const Builtin& function, const Expression& expression, std::vector<const Expression*> arguments,
           std::vector<std::optional<StaticType>> types)
    : function_(function),
      expression_(expression),
      arguments_(std::move(arguments)),
      types_(std::move(types)) {}

void Call::fail_argument(std::size_t i, std::string_view needs, std::string hint) const {
  fail(arguments_[i]->begin,
       fmt::format("{} needs {} as its argument '{}', found {}", name(), needs, function_.parameters[i].name,
                   text_of(*types_[i])),
       std::move(hint));
}

StaticArray Call::array(std::size_t i) const {
  auto array = as_array(*types_[i]);
  if (!array) fail_argument(i, "an array");
  return *std::move(array);
}

StaticArray Call::numbers(std::size_t i) const {
  auto array = as_array(*types_[i]);
  if (!array || array->element == Element::boolean) fail_argument(i, "numbers");
  return *std::move(array);
}

Dimension Call::integer(std::size_t i) const {
  const auto array = as_array(*types_[i]);
  if (!array || array->element != Element::integer || !array->is_scalar()) fail_argument(i, "an int");
  return array->value();
}

bool Call::flag(std::size_t i) const {
  if (!has(i)) return false;
  const Expression& value = argument(i);
  if (value.kind != Expression::Kind::name || (value.name != "true" && value.name != "false"))
    fail(value.begin, fmt::format("'{}' of {} is written out", function_.parameters[i].name, name()),
         "write true or false");
  return value.name == "true";
}

SymbolicShape Call::shape(std::size_t i) const {
  SymbolicShape shape = integers(i);
  for (const Dimension& size : shape)
    if (size.constant().value_or(0) < 0)
      fail(arguments_[i]->begin, fmt::format("a size cannot be negative: {}", size.text()));
  return shape;
}

SymbolicShape Call::integers(std::size_t i) const {
  const auto array = as_array(*types_[i]);
  if (!array || array->element != Element::integer || array->shape.size() > 1)
    fail_argument(i, "an int or a list of ints");
  if (array->is_scalar()) return {array->value()};
  constexpr model::Index kMost = 16;
  const auto count = array->shape[0].constant();
  if (!count || *count < 0)
    fail(arguments_[i]->begin, "it is not known how many ints these are", "write them in [ ]");
  if (*count > kMost)
    fail(arguments_[i]->begin, fmt::format("an array has at most {} axes, these are {}", kMost, *count));
  return array->values ? *array->values : SymbolicShape(static_cast<std::size_t>(*count));
}

Call::Axis Call::axis(std::size_t i, const SymbolicShape& of) const {
  if (!has(i)) return {};
  const auto axis = integer(i).constant();
  const auto rank = static_cast<model::Index>(of.size());
  if (rank == 0)
    fail(arguments_[i]->begin, "a single number has no axes",
         name() == "min" || name() == "max" ? fmt::format("write {}imum(a, b) for the {}er of two", name(),
                                                          name() == "min" ? "small" : "larg")
                                            : "");
  if (!axis) return {true, std::nullopt};
  if (*axis < -rank || *axis >= rank)
    fail(arguments_[i]->begin, fmt::format("axis {} is out of bounds for {}", *axis, text_of(of)),
         fmt::format("axes go from 0 to {}, or from -{} to -1", rank - 1, rank));
  return {true, static_cast<std::size_t>(*axis < 0 ? *axis + rank : *axis)};
}

SymbolicShape broadcast(const SymbolicShape& a, const SymbolicShape& b, std::size_t offset) {
  const SymbolicShape& longer = a.size() >= b.size() ? a : b;
  const SymbolicShape& shorter = a.size() >= b.size() ? b : a;
  SymbolicShape result = longer;
  const std::size_t extra = longer.size() - shorter.size();
  for (std::size_t i = 0; i < shorter.size(); ++i) {
    Dimension& size = result[extra + i];
    const Dimension& other = shorter[i];
    if (other.is(1)) continue;
    if (!size.is(1) && !agree(size, other)) {
      const bool swapped = a.size() < b.size();
      fail(offset,
           fmt::format("{} and {} do not broadcast: {} is not {}", text_of(a), text_of(b),
                       (swapped ? other : size).text(), (swapped ? size : other).text()),
           "where they are known to be the same, say so with broadcast_to(x, [sizes])");
    }
    if (size.is(1) || size.is_unknown()) size = other;
  }
  return result;
}

void expect_same_shape(const SymbolicShape& a, const SymbolicShape& b, std::string_view what,
                       std::size_t offset) {
  if (a.empty() || b.empty() || std::equal(a.begin(), a.end(), b.begin(), b.end(), agree)) return;
  fail(offset,
       fmt::format("{} compares arrays of one shape, these are {} and {}", what, text_of(a), text_of(b)),
       a.size() == b.size() ? "" : "write broadcast_to(x, shape), or select a part of the larger one");
}

bool is_assignable(const StaticType& wanted, const StaticType& given) {
  if (const auto* array = std::get_if<StaticArray>(&wanted.data)) {
    const auto from = as_array(given);
    if (!from ||
        !std::equal(array->shape.begin(), array->shape.end(), from->shape.begin(), from->shape.end(), agree))
      return false;
    return array->element == Element::real ? from->element != Element::boolean
                                           : array->element == from->element;
  }
  if (const auto* optional = std::get_if<StaticOptional>(&wanted.data))
    return is_assignable(*optional->item, used_as_value(given));
  const StaticType& value = used_as_value(given);
  if (std::holds_alternative<StaticText>(wanted.data)) return std::holds_alternative<StaticText>(value.data);
  if (const auto* list = std::get_if<StaticList>(&wanted.data)) return are_assignable(*list, value);
  return are_assignable(std::get<StaticRecord>(wanted.data), value);
}

}  // namespace grader::language
