#pragma once

#include <string>
#include <vector>

#include "report/explain.hpp"

namespace grader::report {

/// "Score 12.5 / 25 (50.0 %)".
std::string score_text(const model::Report& report);

/// "3 passed, 2 failed, 6 to do".
std::string counts_text(const model::Report& report);

/// The last lines of a run: score, counts, and what to do next.
std::vector<std::string> summary_text(const model::Report& report, const Surroundings& surroundings);

}  // namespace grader::report
