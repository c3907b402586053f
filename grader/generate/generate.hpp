#pragma once

#include <cstdint>
#include <string>

#include "model/exercise.hpp"

namespace grader::generate {

/// Input number `index` (from 0) of a generated case: the same for the same arguments on every platform and in
/// whatever order inputs are asked for. Edge cases come first, then random ones. The result fits the function's
/// types and every generator's range. Throws util::GraderError with the case and the parameter where a generator
/// cannot make what its type needs (those that can be seen before are the specification's mistakes already).
model::Arguments input(const model::Exercise& exercise, const model::Case& test_case, std::uint64_t seed,
                       model::Index index);

/// What is wrong with a generator for a parameter of this type, in one line ("'one_hot' needs an array of rank 1 or
/// 2, x is a scalar"); empty where nothing is. For the validation of specifications.
std::string misuse(const model::Generator& generator, const model::Type& type);

/// The argument names a distribution takes ("mean", "std" for normal), for reading and for "did you mean".
std::vector<std::string> argument_names(model::Distribution distribution);

}  // namespace grader::generate
