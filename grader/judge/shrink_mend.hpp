#pragma once

#include "judge/shrink_cut.hpp"

namespace grader::judge {

/// Gives an array that was cut what it had before: a permutation stays one, rows that sum to 1 still do,
/// one-hot rows have their 1, an orthogonal matrix becomes an identity, a causal mask is one again. Other int
/// arrays are taken for indices into what was cut, and follow it.
void mend(const model::Tensor& before, const Cut& cut, model::Tensor& after);

/// Sets element `flat`, as near as its type allows.
void set_number(model::Tensor& tensor, model::Index flat, double number);

}  // namespace grader::judge
