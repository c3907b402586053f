#include "language/array_view.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace grader::language::array {
namespace {

/// A bound of a slice as numpy reads it: from the end where it is negative, then kept between low and high.
Index clamped(Index bound, Index size, Index low, Index high) {
  return std::clamp(bound < 0 ? bound + size : bound, low, high);
}

struct Range {
  Index first = 0;
  Index count = 0;
  Index step = 1;
};

Range range_of(const Pick& slice, Index size) {
  // Longer steps than the axis take one element only; cut, so that nothing overflows.
  const Index step = std::clamp(slice.step.value_or(1), -size - 1, size + 1);
  if (step == 0) throw Error{"a slice cannot have step 0"};
  if (step > 0) {
    const Index start = clamped(slice.start.value_or(0), size, 0, size);
    const Index stop = slice.stop ? clamped(*slice.stop, size, 0, size) : size;
    return {start, start < stop ? (stop - start - 1) / step + 1 : 0, step};
  }
  const Index start = slice.start ? clamped(*slice.start, size, -1, size - 1) : size - 1;
  const Index stop = slice.stop ? clamped(*slice.stop, size, -1, size - 1) : -1;
  return {start, start > stop ? (start - stop - 1) / -step + 1 : 0, step};
}

}  // namespace

View whole(const Shape& shape) {
  View view{shape, std::vector<Index>(shape.size()), 0};
  Index stride = 1;
  for (std::size_t axis = shape.size(); axis-- > 0;) {
    view.strides[axis] = stride;
    stride *= std::max<Index>(shape[axis], 1);
  }
  return view;
}

View broadcast(const View& view, const Shape& shape) {
  const std::size_t rank = view.shape.size();
  View result{shape, std::vector<Index>(shape.size(), 0), view.start};
  const auto refuse = [&] {
    throw Error{fmt::format("{} does not broadcast to {}", shape_text(view.shape), shape_text(shape))};
  };
  if (rank > shape.size()) refuse();
  for (std::size_t i = 0; i < rank; ++i) {
    const std::size_t axis = shape.size() - rank + i;
    if (view.shape[i] != 1 && view.shape[i] != shape[axis]) refuse();
    if (view.shape[i] != 1) result.strides[axis] = view.strides[i];
  }
  return result;
}

View permuted(const View& view, const std::vector<std::size_t>& order) {
  View result{{}, {}, view.start};
  for (const std::size_t axis : order) {
    result.shape.push_back(view.shape[axis]);
    result.strides.push_back(view.strides[axis]);
  }
  return result;
}

std::vector<Index> offsets(const View& view) {
  std::vector<Index> result(static_cast<std::size_t>(model::element_count(view.shape)));
  Shape at(view.shape.size(), 0);
  Index offset = view.start;
  for (Index& element : result) {
    element = offset;
    for (std::size_t axis = view.shape.size(); axis-- > 0;) {
      offset += view.strides[axis];
      if (++at[axis] < view.shape[axis]) break;
      offset -= at[axis] * view.strides[axis];
      at[axis] = 0;
    }
  }
  return result;
}

Tensor pick(const Tensor& x, const std::vector<Index>& numbers, Shape shape) {
  return std::visit(
      [&](const auto& from) {
        std::decay_t<decltype(from)> to(numbers.size());
        for (std::size_t i = 0; i < to.size(); ++i) to[i] = from[static_cast<std::size_t>(numbers[i])];
        return Tensor{std::move(shape), std::move(to)};
      },
      x.data);
}

Tensor gather(const Tensor& x, const View& view, Budget& budget) {
  budget.work(budget.room(view.shape));
  return pick(x, offsets(view), view.shape);
}

View indexed(const View& view, const std::vector<Pick>& picks) {
  if (picks.size() > view.shape.size())
    throw Error{fmt::format("{} subscripts are too many for an array of shape {}", picks.size(),
                            shape_text(view.shape))};
  View result{{}, {}, view.start};
  for (std::size_t axis = 0; axis < view.shape.size(); ++axis) {
    const Index size = view.shape[axis];
    const Pick pick = axis < picks.size() ? picks[axis] : Pick{true, 0, {}, {}, {}};
    if (!pick.is_slice) {
      result.start += position(pick.index, axis, size) * view.strides[axis];
      continue;
    }
    const Range range = range_of(pick, size);
    if (range.count > 0) result.start += range.first * view.strides[axis];
    result.shape.push_back(range.count);
    result.strides.push_back(range.step * view.strides[axis]);
  }
  return result;
}

}  // namespace grader::language::array
