#pragma once

#include <string_view>
#include <vector>

#include "language/array_view.hpp"

/// Arrays rearranged, put together and made from nothing.
namespace grader::language::array {

Tensor transpose(const Tensor& x, Budget& budget);
/// One size may be -1: whatever is left.
Tensor reshape(const Tensor& x, Shape shape);
Tensor broadcast_to(const Tensor& x, const Shape& shape, Budget& budget);
/// Without an axis all of them.
Tensor flip(const Tensor& x, const std::vector<Index>& axes, Budget& budget);
/// Without an axis the elements in row-major order, whatever the shape.
Tensor roll(const Tensor& x, Index shift, const std::vector<Index>& axis, Budget& budget);
Tensor take(const Tensor& x, const Tensor& indices, const std::vector<Index>& axis, Budget& budget);
/// What is on and above diagonal `k` of the last two axes, or below and on it; the rest is 0.
Tensor triu(const Tensor& x, Index k, Budget& budget);
Tensor tril(const Tensor& x, Index k, Budget& budget);

Tensor concatenate(const std::vector<const Tensor*>& parts, Index axis, Budget& budget);
Tensor stack(const std::vector<const Tensor*>& parts, Index axis, Budget& budget);

Tensor eye(Index n, Budget& budget);
Tensor full(const Shape& shape, const Tensor& value, Budget& budget);
Tensor arange(const Tensor& start, const Tensor& stop, const Tensor& step, Budget& budget);

Tensor indexed(const Tensor& x, const std::vector<Pick>& picks, Budget& budget);
/// A copy in which the part at `indices` is `value`, in the kind that holds both.
Tensor with_part(const Tensor& x, const std::vector<Index>& indices, const Tensor& value, Budget& budget);

}  // namespace grader::language::array
