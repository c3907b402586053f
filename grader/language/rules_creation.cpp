#include <algorithm>

#include "language/rules.hpp"

namespace grader::language {
namespace {

/// How many numbers `arange` gives; unknown where that depends on rounding.
Dimension count(const Call& call) {
  const Dimension start = call.has(0) ? call.array(0).value() : Dimension::number(0);
  const Dimension length = call.array(1).value() - start;
  if (call.has(2) && !call.array(2).value().is(1)) return {};
  const auto constant = length.constant();
  return constant ? Dimension::number(std::max<model::Index>(*constant, 0)) : length;
}

StaticType arange(const Call& call) {
  Element element = Element::integer;
  for (const std::size_t i : {0U, 1U, 2U}) {
    if (!call.has(i)) continue;
    const StaticArray limit = call.numbers(i);
    if (!limit.is_scalar()) call.fail_argument(i, "one number");
    element = std::max(element, limit.element);
  }
  return array_of(element, {count(call)});
}

StaticType broadcast_to(const Call& call) {
  const StaticArray x = call.array(0);
  SymbolicShape shape = call.shape(1);
  if (shape.size() < x.shape.size()) call.fail_argument(0, "an array of no more axes than " + text_of(shape));
  // Where sizes differ in symbols, the author knows better; the evaluation looks.
  return array_of(x.element, std::move(shape));
}

}  // namespace

StaticType check_creation(const Call& call) {
  if (call.name() == "arange") return arange(call);
  if (call.name() == "broadcast_to") return broadcast_to(call);
  if (call.name() == "eye") {
    call.integer(0);
    const Dimension n = call.shape(0)[0];
    return array_of(Element::real, {n, n});
  }
  if (call.name() != "full") return array_of(Element::real, call.shape(0));
  const StaticArray value = call.array(1);
  if (!value.is_scalar()) call.fail_argument(1, "one number", "write broadcast_to(x, shape)");
  return array_of(value.element, call.shape(0));
}

}  // namespace grader::language
