#include <algorithm>

#include "language/rules.hpp"

namespace grader::language {
namespace {

StaticType length(const Call& call) {
  const StaticType& value = used_as_value(call.type(0));
  if (const auto* list = std::get_if<StaticList>(&value.data)) return integer_of(list->length);
  if (std::holds_alternative<StaticText>(value.data)) return integer_of(Dimension());
  const StaticArray x = call.array(0);
  if (x.is_scalar()) call.fail_argument(0, "a list, a string or an array with axes");
  return integer_of(x.shape[0]);
}

StaticType shape(const StaticArray& x) {
  StaticArray result{
      Element::integer, {Dimension::number(static_cast<model::Index>(x.shape.size()))}, x.shape};
  return {std::move(result)};
}

StaticType size(const StaticArray& x) {
  Dimension elements = Dimension::number(1);
  for (const Dimension& axis : x.shape) elements = elements * axis;
  return integer_of(elements);
}

/// far and allclose compare as `~=` does.
StaticType compared(const Call& call) {
  const StaticArray a = call.numbers(0);
  const StaticArray b = call.numbers(1);
  expect_same_shape(a.shape, b.shape, call.name(), call.offset());
  for (const std::size_t tolerance : {2U, 3U}) {
    if (call.name() == "far" && tolerance == 3) break;
    if (call.has(tolerance) && !call.numbers(tolerance).is_scalar())
      call.fail_argument(tolerance, "one number");
  }
  return truth_value();
}

StaticType set_item(const Call& call, const StaticList& list) {
  call.integer(1);
  const StaticType& item = list.item != nullptr ? *list.item : call.type(2);
  if (!is_assignable(item, call.type(2))) call.fail_argument(2, text_of(item));
  return call.type(0);
}

}  // namespace

StaticType check_inspection(const Call& call) {
  if (call.name() == "len") return length(call);
  if (call.name() == "shape") return shape(call.array(0));
  if (call.name() == "size") return size(call.array(0));
  return compared(call);
}

StaticType check_set(const Call& call) {
  const StaticType& target = used_as_value(call.type(0));
  if (const auto* list = std::get_if<StaticList>(&target.data); list != nullptr && list->item != nullptr)
    return set_item(call, *list);
  const StaticArray x = call.array(0);
  const StaticArray value = call.array(2);
  const SymbolicShape indices = call.integers(1);
  if (indices.empty() || indices.size() > x.shape.size())
    call.fail_argument(1, "one int for each of the first axes of " + text_of(x.shape));
  const SymbolicShape part(x.shape.begin() + static_cast<std::ptrdiff_t>(indices.size()), x.shape.end());
  if (value.element > x.element || (value.element == Element::boolean) != (x.element == Element::boolean))
    call.fail_argument(2, text_of(x.element) + "s");
  if (value.shape.size() > part.size()) call.fail_argument(2, "at most " + text_of(part));
  const SymbolicShape both = broadcast(part, value.shape, call.argument(2).begin);
  if (!std::equal(both.begin(), both.end(), part.begin(), agree)) call.fail_argument(2, text_of(part));
  return array_of(x.element, x.shape);
}

}  // namespace grader::language
