#pragma once

#include "language/array.hpp"

/// Linear algebra on vectors and matrices.
namespace grader::language::array {

/// `a @ b` of arrays with one or two axes.
Tensor matmul(const Tensor& a, const Tensor& b, Budget& budget);
/// The same; a scalar multiplies.
Tensor dot(const Tensor& a, const Tensor& b, Budget& budget);
/// The singular values of a matrix, largest first; all of them NaN where an element is not finite.
Tensor svdvals(const Tensor& x, Budget& budget);

}  // namespace grader::language::array
