#include <fmt/format.h>

#include "language/check.hpp"

namespace grader::language {
namespace {

using model::Index;

/// A bound of a slice counted from the axis' begin; unknown where its sign is.
Dimension from_begin(const Dimension& bound, const Dimension& size) {
  const auto from_end = bound.counts_from_end();
  if (!from_end) return {};
  return *from_end ? size + bound : bound;
}

/// How many elements a slice has. What the symbols stand for decides whether a bound lies inside; as
/// everybody who writes x[:k] does, this takes it that it does.
Dimension length_of(const StaticSubscript& slice, const Dimension& size) {
  if (slice.step && slice.step->is(-1) && !slice.start && !slice.stop) return size;
  if (slice.step && !slice.step->is(1)) return {};
  const Dimension start = slice.start ? from_begin(*slice.start, size) : Dimension::number(0);
  const Dimension stop = slice.stop ? from_begin(*slice.stop, size) : size;
  const auto total = size.constant();
  const auto low = start.constant();
  const auto high = stop.constant();
  const Dimension length = stop - start;
  if (!total || !low || !high) return length.constant().value_or(0) < 0 ? Dimension() : length;
  const auto inside = [&](Index bound) { return bound < 0 ? 0 : bound > *total ? *total : bound; };
  return Dimension::number(std::max<Index>(inside(*high) - inside(*low), 0));
}

void expect_inside(const Dimension& index, std::size_t axis, const Dimension& size,
                   const Expression& expression) {
  const auto number = index.constant();
  const auto total = size.constant();
  if (number && total && (*number < -*total || *number >= *total))
    fail(expression.begin,
         fmt::format("index {} is out of bounds for axis {} with size {}", *number, axis, *total));
}

}  // namespace

StaticArray check_subscripts(const StaticArray& array, const std::vector<StaticSubscript>& subscripts,
                             const Expression& expression) {
  const std::size_t rank = array.shape.size();
  if (subscripts.size() > rank)
    fail(expression.begin, rank == 0 ? fmt::format("{} has no axes to take a part of", text_of(array))
                                     : fmt::format("{} has {} {}, these are {} subscripts", text_of(array),
                                                   rank, rank == 1 ? "axis" : "axes", subscripts.size()));
  StaticArray result{array.element, {}, std::nullopt};
  for (std::size_t axis = 0; axis < rank; ++axis) {
    const Dimension& size = array.shape[axis];
    if (axis >= subscripts.size())
      result.shape.push_back(size);
    else if (subscripts[axis].is_slice)
      result.shape.push_back(length_of(subscripts[axis], size));
    else
      expect_inside(*subscripts[axis].index, axis, size, expression);
  }
  // An element of a short array of ints, such as shape(x)[0].
  if (array.values && rank == 1 && result.is_scalar()) {
    const auto number = subscripts[0].index->constant();
    const auto count = static_cast<Index>(array.values->size());
    if (number && *number >= -count && *number < count)
      result.values = {(*array.values)[static_cast<std::size_t>(*number < 0 ? *number + count : *number)]};
  }
  return result;
}

}  // namespace grader::language
