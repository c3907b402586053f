#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "language/array_numbers.hpp"
#include "language/array_shape.hpp"

namespace grader::language::array {
namespace {

/// The shape of all parts together, along an axis that each of them has.
Shape joined_shape(const std::vector<const Tensor*>& parts, std::size_t axis) {
  Shape shape = parts.front()->shape;
  shape[axis] = 0;
  for (const Tensor* part : parts) {
    Shape rest = part->shape;
    if (rest.size() == shape.size()) {
      shape[axis] = int_add(shape[axis], rest[axis]);
      rest[axis] = shape[axis];
    }
    if (rest != shape)
      throw Error{fmt::format("{} and {} cannot be joined along axis {}", shape_text(parts.front()->shape),
                              shape_text(part->shape), axis)};
  }
  return shape;
}

Tensor joined(const std::vector<const Tensor*>& parts, std::size_t axis, Budget& budget) {
  Shape shape = joined_shape(parts, axis);
  const Index count = budget.room(shape);
  budget.work(count);
  Kind kind = Kind::boolean;
  for (const Tensor* part : parts) kind = std::max(kind, kind_of(*part));
  return with_kind(kind, [&](auto zero) {
    using T = decltype(zero);
    std::vector<T> result(static_cast<std::size_t>(count));
    // The elements lie in blocks: of each part in turn, and this again for each index of the axes before.
    Index block = 1;
    for (std::size_t i = axis + 1; i < shape.size(); ++i) block *= shape[i];
    const Index whole_block = block * shape[axis];
    Index start = 0;
    for (const Tensor* part : parts) {
      const Elements<T> elements(*part);
      const Index length = block * part->shape[axis];
      for (Index i = 0; i < part->size(); ++i)
        result[static_cast<std::size_t>(i / length * whole_block + start + i % length)] = elements[i];
      start += length;
    }
    return make(std::move(shape), std::move(result));
  });
}

void refuse_none(const std::vector<const Tensor*>& parts) {
  if (parts.empty()) throw Error{"there are no arrays to join"};
}

double real(const Tensor& x) { return x.number(0); }

/// How many steps from start lie before stop.
Index steps(double start, double stop, double step) {
  if (step == 0 || std::isnan(step)) throw Error{"arange needs a step other than 0"};
  const double count = std::ceil((stop - start) / step);
  if (!(count < static_cast<double>(kMostElements)))
    throw Error{fmt::format("arange from {} to {} in steps of {} has too many elements", start, stop, step)};
  return count > 0 ? static_cast<Index>(count) : 0;
}

Index int_steps(Index start, Index stop, Index step) {
  if (step == 0) throw Error{"arange needs a step other than 0"};
  if (step > 0 ? start >= stop : start <= stop) return 0;
  const Index last = int_subtract(step > 0 ? int_subtract(stop, start) : int_subtract(start, stop), 1);
  return last / (step > 0 ? step : int_subtract(0, step)) + 1;
}

}  // namespace

Tensor concatenate(const std::vector<const Tensor*>& parts, Index axis, Budget& budget) {
  refuse_none(parts);
  return joined(parts, axis_of(axis, parts.front()->shape.size()), budget);
}

Tensor stack(const std::vector<const Tensor*>& parts, Index axis, Budget& budget) {
  refuse_none(parts);
  const Shape& shape = parts.front()->shape;
  const std::size_t along = axis_of(axis, shape.size() + 1);
  std::vector<Tensor> thick;
  thick.reserve(parts.size());
  std::vector<const Tensor*> pointers;
  for (const Tensor* part : parts) {
    if (part->shape != shape)
      throw Error{fmt::format("{} and {} cannot be stacked: they have other shapes", shape_text(shape),
                              shape_text(part->shape))};
    Shape wider = shape;
    wider.insert(wider.begin() + static_cast<std::ptrdiff_t>(along), 1);
    thick.push_back({std::move(wider), part->data});
    pointers.push_back(&thick.back());
  }
  return joined(pointers, along, budget);
}

Tensor arange(const Tensor& start, const Tensor& stop, const Tensor& step, Budget& budget) {
  if (std::max({kind_of(start), kind_of(stop), kind_of(step)}) == Kind::real) {
    const Index count = budget.room({steps(real(start), real(stop), real(step))});
    budget.work(count);
    std::vector<double> elements(static_cast<std::size_t>(count));
    for (Index i = 0; i < count; ++i)
      elements[static_cast<std::size_t>(i)] = real(start) + static_cast<double>(i) * real(step);
    return make({count}, std::move(elements));
  }
  const Index first = Elements<Index>(start)[0];
  const Index each = Elements<Index>(step)[0];
  const Index count = budget.room({int_steps(first, Elements<Index>(stop)[0], each)});
  budget.work(count);
  std::vector<Index> elements(static_cast<std::size_t>(count));
  for (Index i = 0; i < count; ++i) elements[static_cast<std::size_t>(i)] = first + i * each;
  return make({count}, std::move(elements));
}

}  // namespace grader::language::array
