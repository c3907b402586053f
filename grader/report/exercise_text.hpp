#pragma once

#include <string>
#include <vector>

#include "report/explain.hpp"

namespace grader::report {

/// Everything there is to say about one exercise below its status line, as lines without indentation: the
/// message of the whole, its failing checks, a known mistake, the takeaway of a pass, and what the code
/// printed in a block of its own. The result is a readable() one.
std::vector<std::string> exercise_text(const model::ExerciseResult& result, const Surroundings& surroundings);

/// The same without what the code printed.
std::vector<std::string> findings(const model::ExerciseResult& result, const Surroundings& surroundings);

/// "known mistake: …" of one that was recognised, lines after the first indented; else nothing.
std::vector<std::string> known_mistake(const model::ExerciseResult& result, std::size_t width);

}  // namespace grader::report
