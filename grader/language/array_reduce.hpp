#pragma once

#include <string_view>
#include <vector>

#include "language/array.hpp"

/// Many elements to one, and what runs along an axis.
namespace grader::language::array {

/// Which axes become one; none named means all of them.
struct Axes {
  std::vector<Index> axes;
  bool all = true;
  bool keepdims = false;
};

/// sum mean prod min max argmax any all norm.
Tensor reduced(std::string_view function, const Tensor& x, const Axes& axes, Budget& budget);
/// var, or std where `root`.
Tensor variance(const Tensor& x, const Axes& axes, double ddof, bool root, Budget& budget);

/// Without an axis of the elements in row-major order, as numpy does it.
Tensor cumsum(const Tensor& x, const std::vector<Index>& axis, Budget& budget);
Tensor sort(const Tensor& x, Index axis, Budget& budget);
Tensor argsort(const Tensor& x, Index axis, Budget& budget);
Tensor unique(const Tensor& x, Budget& budget);

}  // namespace grader::language::array
