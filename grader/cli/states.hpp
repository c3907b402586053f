#pragma once

#include <filesystem>
#include <string>

#include "model/exercise.hpp"

namespace grader::cli {

/// How far a student is with an exercise, as far as the file tells: nothing is compiled.
enum class SolutionState { missing, untouched, changed };

SolutionState solution_state(const std::filesystem::path& submission, const model::Exercise& exercise);

/// "missing", "todo", "changed".
std::string to_string(SolutionState state);

}  // namespace grader::cli
