#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "model/exercise.hpp"

namespace grader::generate {

/// Input number `index` (from 0) of a generated case: the same for the same arguments on every platform and
/// in whatever order inputs are asked for. Edge cases come first, then random ones. The result fits the
/// function's types and every generator's range. Throws util::GraderError with the case and the parameter
/// where a generator cannot make what its type needs (those that can be seen before are the specification's
/// mistakes already).
model::Arguments input(const model::Exercise& exercise, const model::Case& test_case, std::uint64_t seed,
                       model::Index index);

/// The same, and how many inputs before it did not meet the case's `where:`. Edge cases are tried once; what
/// comes in the place of a refused one is random.
struct Drawn {
  model::Arguments arguments;
  model::Index refused = 0;
};
Drawn draw(const model::Exercise& exercise, const model::Case& test_case, std::uint64_t seed,
           model::Index index);

/// Whether an input meets the case's `where:`.
bool meets_conditions(const model::Exercise& exercise, const model::Case& test_case,
                      const model::Arguments& arguments);

/// What is wrong with a generator for a parameter of this type, in one line ("'one_hot' needs an array of
/// rank 1 or 2, not float"); empty where nothing is. For the validation of specifications.
///
/// | distribution | arguments and their defaults                     | for                                |
/// |--------------|--------------------------------------------------|------------------------------------|
/// | constant     | options: the one value                           | every type                         |
/// | integers     | low = 0, high (required): low <= value < high     | int, float                         |
/// | uniform      | low = 0, high = 1: low <= value < high            | float                              |
/// | normal       | mean = 0, std = 1 (>= 0)                         | float                              |
/// | lognormal    | mean = 0, sigma = 1 (>= 0), of the logarithm     | float; always above 0              |
/// | exponential  | scale = 1 (> 0), the mean                        | float                              |
/// | dirichlet    | alpha = 1 (> 0)                                  | float[…], rows that sum to 1, > 0  |
/// | choice       | options: values, or elements of an array         | every type                         |
/// | permutation  | none: 0 … n-1 in random order                    | int[n], float[n]                   |
/// | orthogonal   | none; of M×N the shorter side is orthonormal     | float[M, N]                        |
/// | spd          | none: A·Aᵀ + n·I, symmetric positive definite    | float[n, n]                        |
/// | one_hot      | none: one 1 in every row                         | int, float, bool of rank 1 or 2    |
/// | causal_mask  | none: true where column <= row                   | bool[T, S]                         |
///
/// "float" is float and float32. In range of a list or `_`: `length`, default 1 to 8. Values are rounded to
/// `decimals` places (3, more where the spread is below a tenth) before `scale`, so that they stay short; not
/// so where that would break a property (orthogonal). A record has a generator for every field in `fields`,
/// or none there and its own for all of them. `edge` cases keep to the range; see edges.hpp for what each is.
std::string misuse(const model::Generator& generator, const model::Type& type);

/// What is wrong with a whole `generate:` part that its generators do not show one by one: a parameter
/// without a generator, a symbol that nothing gives a size, more edge cases than inputs, int parameters that
/// need each other. One line each.
std::vector<std::string> misuse(const model::Generation& generation, const model::Function& function);

/// The argument names a distribution takes ("mean", "std" for normal), for reading and for "did you mean".
std::vector<std::string> argument_names(model::Distribution distribution);

}  // namespace grader::generate
