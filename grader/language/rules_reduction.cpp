#include <algorithm>
#include <iterator>

#include "language/rules.hpp"

namespace grader::language {
namespace {

/// The shape that is left when an axis (or all of them) is reduced to one number.
SymbolicShape reduced(const SymbolicShape& shape, const Call::Axis& axis, bool keep) {
  const Dimension one = Dimension::number(1);
  if (!axis.is_given) return keep ? SymbolicShape(shape.size(), one) : SymbolicShape{};
  if (!axis.number) return SymbolicShape(keep ? shape.size() : shape.size() - 1);
  SymbolicShape result = shape;
  if (keep)
    result[*axis.number] = one;
  else
    result.erase(std::next(result.begin(), static_cast<std::ptrdiff_t>(*axis.number)));
  return result;
}

Element result_of(std::string_view function, Element element) {
  if (function == "any" || function == "all") return Element::boolean;
  if (function == "argmax") return Element::integer;
  if (function == "sum" || function == "prod" || function == "cumsum")
    return std::max(element, Element::integer);
  if (function == "min" || function == "max") return element;
  return Element::real;
}

StaticType cumulated(const Call& call, const StaticArray& x) {
  const Call::Axis axis = call.axis(1, x.shape);
  const Element element = result_of(call.name(), x.element);
  if (axis.is_given) return array_of(element, x.shape);
  Dimension elements = Dimension::number(1);
  for (const Dimension& size : x.shape) elements = elements * size;
  return array_of(element, {elements});
}

}  // namespace

StaticType check_reduction(const Call& call) {
  const StaticArray x = call.array(0);
  if (call.name() == "cumsum") return cumulated(call, x);
  const bool has_ddof = call.name() == "var" || call.name() == "std";
  if (has_ddof && call.has(2)) call.integer(2);
  if (call.name() == "norm" || has_ddof) call.numbers(0);
  const Call::Axis axis = call.axis(1, x.shape);
  return array_of(result_of(call.name(), x.element), reduced(x.shape, axis, call.flag(has_ddof ? 3 : 2)));
}

}  // namespace grader::language
