#pragma once

#include <vector>

#include "generate/stream.hpp"
#include "model/value.hpp"

namespace grader::generate {

// Arrays whose elements belong together; all row-major.

/// 0 … n-1 in random order, each order equally likely (Fisher-Yates).
std::vector<model::Index> permutation(model::Index n, Stream& stream);

/// Rows along the last axis that sum to 1, all elements above 0: fractions of a power of ten, so that they
/// are short and their sum is 1 up to the rounding of the last bit.
std::vector<double> dirichlet_rows(model::Index rows, model::Index length, double alpha, Stream& stream);

/// Uniformly distributed among the matrices with orthonormal columns (rows, where there are fewer of them): a
/// product of Householder reflections of normal vectors. Source: G. W. Stewart, "The efficient generation of
/// random orthogonal matrices", SIAM J. Numer. Anal. 17 (1980).
std::vector<double> orthogonal(model::Index rows, model::Index columns, Stream& stream);

/// (A·Aᵀ + n·I) · factor with A normal, rounded to one place: symmetric to the last bit, eigenvalues of n and
/// more times the factor, two places before it is applied.
std::vector<double> positive_definite(model::Index n, double factor, Stream& stream);

/// 0 but for a single 1 in every row.
std::vector<double> one_hot_rows(model::Index rows, model::Index length, Stream& stream);

/// 1 where column <= row.
std::vector<double> causal_mask(model::Index rows, model::Index columns);

}  // namespace grader::generate
