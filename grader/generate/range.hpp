#pragma once

#include "model/exercise.hpp"

namespace grader::generate {

/// Whether the generators of this case could have made the input, as far as closed ranges, sizes and
/// structure go; how likely it is and to how many places it is rounded do not matter. Whatever
/// generate::input() makes is in range. For what changes inputs afterwards and must not leave what a student
/// was promised.
///
/// Sizes lie in `dims`, lists and sizes `_` in `length`; an optional may be left out unless `present` is 1,
/// and be there unless it is 0. An array is in range under one of the generator's scales: integers are whole
/// multiples of it, a choice one of its options; a normal is any finite number (only the mean where std is
/// 0), a lognormal above 0, an exponential 0 or above. A permutation, rows of a dirichlet, an orthogonal or a
/// positive definite matrix, one-hot rows and a causal mask stay what they are. False for a case that is not
/// generated.
bool in_range(const model::Exercise& exercise, const model::Case& test_case,
              const model::Arguments& arguments);

}  // namespace grader::generate
