#pragma once

#include <optional>
#include <utility>
#include <vector>

#include "language/array.hpp"

/// Parts of arrays at regular steps, as numpy's basic indexing, transpose, flip and broadcasting make them. A
/// view is only numbers; `gather` makes an array of it.
namespace grader::language::array {

struct View {
  Shape shape;
  std::vector<Index> strides;  // in elements; one for each axis
  Index start = 0;             // the first element
};

/// All elements of an array of this shape.
View whole(const Shape& shape);
/// Axes of size 1 repeated and new ones put in front, as broadcasting does it.
View broadcast(const View& view, const Shape& shape);
/// The axes in another order; axis i of the result is axis order[i] of the view.
View permuted(const View& view, const std::vector<std::size_t>& order);

/// Where each element is, in row-major order of the view.
std::vector<Index> offsets(const View& view);
/// The elements as an array of the view's shape.
Tensor gather(const Tensor& x, const View& view, Budget& budget);
/// Elements of `x` by their number, as an array of this shape.
Tensor pick(const Tensor& x, const std::vector<Index>& numbers, Shape shape);

/// One subscript: an index, which takes its axis away, or a slice whose parts may be left out.
struct Pick {
  bool is_slice = false;
  Index index = 0;
  std::optional<Index> start, stop, step;
};
View indexed(const View& view, const std::vector<Pick>& picks);

}  // namespace grader::language::array
