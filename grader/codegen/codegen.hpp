#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model/exercise.hpp"

/// Pure: turns an exercise into the texts around a solution. Three pieces are compiled into a worker besides
/// the harness: the solution with its binding in one translation unit, and the adapter, which is the same for
/// every implementation of the exercise.
///
///     adapter    decodes the arguments, calls symbol(id), encodes the result
///     binding    defines symbol(id) as a call of the solution's function, whose parameters may be values or
///     const
///                references; also what other solutions call that list this exercise in `uses:`
///     solution   the student's file, or the reference, or a known-wrong variant
namespace grader::codegen {

/// "<topic>/<name>.hpp": the records and the functions of `uses:`, never the exercise's own function. `used`
/// are the exercises of `uses:` in their order.
std::string header(const model::Exercise& exercise, const std::vector<const model::Exercise*>& used);

/// "<topic>/<name>.cpp" as a student gets it; for questions "<topic>/<name>.yaml" with a place for each
/// answer.
std::string stub(const model::Exercise& exercise);

/// Whether a solution is still the stub: the same but for comments and white space.
bool is_untouched_stub(std::string_view solution, const model::Exercise& exercise);

/// The whole translation unit of a solution, which it includes by the name `solution_file`.
std::string solution_unit(const model::Exercise& exercise, const std::string& solution_file);

/// One translation unit of several implementations, each in a namespace of its own, of which
/// grader::harness::variant chooses one; those not `wanted` are left out. What they include is included
/// before all of them. In the compiler's messages number i is called variant_i.cpp.
std::string variants_unit(const model::Exercise& exercise, const std::vector<std::string>& sources,
                          const std::vector<bool>& wanted);

/// In the compiler's message where the function exists but not with the exercise's signature, or not at all.
inline constexpr std::string_view kSignatureMarker = "GRADER_SIGNATURE";

/// The translation unit that lets the harness call an implementation.
std::string adapter(const model::Exercise& exercise);

}  // namespace grader::codegen
