#include <fmt/format.h>

#include <algorithm>
#include <iterator>

#include "language/rules.hpp"

namespace grader::language {
namespace {

Dimension product(const SymbolicShape& shape) {
  Dimension result = Dimension::number(1);
  for (const Dimension& size : shape) result = result * size;
  return result;
}

/// What -1 among the sizes stands for.
Dimension left_out_size(const Dimension& elements, const SymbolicShape& shape, const Call& call) {
  SymbolicShape others;
  for (const Dimension& size : shape) {
    if (size.constant().value_or(0) < -1)
      fail(call.argument(1).begin, fmt::format("a size cannot be negative: {}", size.text()));
    if (!size.is(-1)) others.push_back(size);
  }
  if (others.size() + 1 < shape.size())
    fail(call.argument(1).begin, "only one size can be left to be found out", "write -1 once");
  const auto rest = remainder(elements, product(others)).constant();
  return rest.value_or(0) == 0 ? floor_divide(elements, product(others)) : Dimension();
}

StaticType reshape(const Call& call) {
  const StaticArray x = call.array(0);
  SymbolicShape shape = call.integers(1);
  const Dimension elements = product(x.shape);
  const Dimension left_out = left_out_size(elements, shape, call);
  for (Dimension& size : shape)
    if (size.is(-1)) size = left_out;
  const Dimension wanted = product(shape);
  // Quotients are exact only for the sizes that the author knows of: C is groups*(C//groups).
  if (elements.is_plain() && wanted.is_plain() && !(elements == wanted))
    fail(call.argument(1).begin, fmt::format("{} cannot become {}: {} elements are not {}", text_of(x.shape),
                                             text_of(shape), elements.text(), wanted.text()));
  return array_of(x.element, std::move(shape));
}

/// The arrays in a list, as one array with an unknown or known number of them.
struct Arrays {
  std::vector<StaticArray> all;  // one for a parameter's list
  Dimension count;
  bool is_parameter = false;
};

Arrays arrays_of(const Call& call) {
  const auto* list = std::get_if<StaticList>(&used_as_value(call.type(0)).data);
  if (list == nullptr) call.fail_argument(0, "a list of arrays", "write the arrays in [ ]");
  Arrays result{{}, list->length, list->items == nullptr};
  const std::vector<StaticType> items = list->items != nullptr ? *list->items : std::vector{*list->item};
  for (const StaticType& item : items) {
    auto array = as_array(item);
    if (!array) call.fail_argument(0, "a list of arrays");
    result.all.push_back(*std::move(array));
  }
  if (items.empty()) call.fail_argument(0, "at least one array");
  return result;
}

/// Nothing of the shapes is known but their number of axes where the axis is not.
SymbolicShape joined(const Call& call, const Arrays& arrays, const Call::Axis& axis) {
  SymbolicShape shape = arrays.all[0].shape;
  if (axis.is_given && !axis.number) return SymbolicShape(shape.size());
  const std::size_t along = axis.number.value_or(0);
  Dimension sum = arrays.is_parameter ? Dimension() : Dimension::number(0);
  for (const StaticArray& array : arrays.all) {
    for (std::size_t i = 0; i < shape.size(); ++i) {
      if (i == along) continue;
      if (!agree(shape[i], array.shape[i]))
        fail(call.offset(), fmt::format("{} and {} do not fit together along axis {}: {} is not {}",
                                        text_of(arrays.all[0].shape), text_of(array.shape), along,
                                        shape[i].text(), array.shape[i].text()));
      if (shape[i].is_unknown()) shape[i] = array.shape[i];
    }
    sum = sum + array.shape[along];
  }
  shape[along] = sum;
  return shape;
}

StaticType concatenate(const Call& call) {
  const Arrays arrays = arrays_of(call);
  const SymbolicShape& first = arrays.all[0].shape;
  if (first.empty()) call.fail_argument(0, "arrays with axes", "write stack([a, b]) for numbers");
  Element element = Element::boolean;
  for (const StaticArray& array : arrays.all) {
    if (array.shape.size() != first.size())
      fail(call.offset(),
           fmt::format("{} and {} have different numbers of axes", text_of(first), text_of(array.shape)));
    element = std::max(element, array.element);
  }
  return array_of(element, joined(call, arrays, call.axis(1, first)));
}

StaticType stack(const Call& call) {
  const Arrays arrays = arrays_of(call);
  SymbolicShape shape = arrays.all[0].shape;
  Element element = Element::boolean;
  for (const StaticArray& array : arrays.all) {
    if (!std::equal(shape.begin(), shape.end(), array.shape.begin(), array.shape.end(), agree))
      fail(call.offset(), fmt::format("stack takes arrays of one shape, these are {} and {}", text_of(shape),
                                      text_of(array.shape)));
    element = std::max(element, array.element);
  }
  // The new axis counts, too.
  SymbolicShape wider = shape;
  wider.insert(wider.begin(), arrays.count);
  const Call::Axis axis = call.axis(1, wider);
  if (axis.is_given && !axis.number) return array_of(element, SymbolicShape(wider.size()));
  shape.insert(std::next(shape.begin(), static_cast<std::ptrdiff_t>(axis.number.value_or(0))), arrays.count);
  return array_of(element, std::move(shape));
}

StaticType take(const Call& call) {
  const StaticArray x = call.array(0);
  const StaticArray indices = call.array(1);
  if (indices.element != Element::integer) call.fail_argument(1, "ints");
  const Call::Axis axis = call.axis(2, x.shape);
  if (!axis.is_given) return array_of(x.element, indices.shape);
  if (!axis.number) return array_of(x.element, SymbolicShape(x.shape.size() - 1 + indices.shape.size()));
  const auto at = x.shape.begin() + static_cast<std::ptrdiff_t>(*axis.number);
  SymbolicShape shape(x.shape.begin(), at);
  shape.insert(shape.end(), indices.shape.begin(), indices.shape.end());
  shape.insert(shape.end(), at + 1, x.shape.end());
  return array_of(x.element, std::move(shape));
}

}  // namespace

StaticType check_rearrangement(const Call& call) {
  if (call.name() == "reshape") return reshape(call);
  if (call.name() == "concatenate") return concatenate(call);
  if (call.name() == "stack") return stack(call);
  if (call.name() == "take") return take(call);
  const StaticArray x = call.array(0);
  if (call.name() == "transpose") return array_of(x.element, SymbolicShape(x.shape.rbegin(), x.shape.rend()));
  if (call.name() == "unique") return array_of(x.element, {Dimension()});
  if (call.name() == "tril" || call.name() == "triu") {
    if (x.shape.size() < 2) call.fail_argument(0, "an array of at least two axes");
    if (call.has(1)) call.integer(1);
    return array_of(x.element, x.shape);
  }
  if (x.is_scalar()) call.fail_argument(0, "an array with axes");
  if (call.name() == "roll") call.integer(1);
  call.axis(call.name() == "roll" ? 2 : 1, x.shape);
  return array_of(call.name() == "argsort" ? Element::integer : x.element, x.shape);
}

}  // namespace grader::language
