#include <algorithm>
#include <optional>
#include <vector>

#include "language/rules.hpp"

namespace grader::language {
namespace {

StaticType where(const Call& call) {
  if (call.array(0).element != Element::boolean) call.fail_argument(0, "bools", "compare it with something");
  const StaticArray x = call.array(1);
  const StaticArray y = call.array(2);
  const SymbolicShape both = broadcast(x.shape, y.shape, call.offset());
  return array_of(std::max(x.element, y.element), broadcast(call.array(0).shape, both, call.offset()));
}

StaticType clip(const Call& call) {
  StaticArray result = call.numbers(0);
  for (const std::size_t limit : {1U, 2U}) {
    const StaticArray other = call.numbers(limit);
    result.element = std::max(result.element, other.element);
    result.shape = broadcast(result.shape, other.shape, call.offset());
  }
  return array_of(result.element, result.shape);
}

StaticType extreme(const Call& call, bool smaller) {
  const StaticArray a = call.array(0);
  const StaticArray b = call.array(1);
  StaticArray result{std::max(a.element, b.element), broadcast(a.shape, b.shape, call.offset()),
                     std::nullopt};
  if (a.is_scalar() && b.is_scalar() && result.element == Element::integer)
    return integer_of(smaller ? minimum(a.value(), b.value()) : maximum(a.value(), b.value()));
  return {result};
}

}  // namespace

StaticType check_elementwise(const Call& call) {
  if (call.name() == "where") return where(call);
  if (call.name() == "clip") return clip(call);
  if (call.name() == "maximum" || call.name() == "minimum") return extreme(call, call.name() == "minimum");
  const StaticArray x = call.numbers(0);
  if (call.name() == "isfinite" || call.name() == "isnan") return array_of(Element::boolean, x.shape);
  if (call.name() == "abs") return array_of(x.element, x.shape);
  if (call.name() == "round") {
    if (call.has(1)) call.integer(1);
    return array_of(x.element, x.shape);
  }
  return array_of(Element::real, x.shape);
}

}  // namespace grader::language
