#pragma once

#include <optional>

#include "model/report.hpp"

namespace grader::report {

/// The exit code of `grader run`: 0 where everything passed, or the score reached `fail_under` percent; 1
/// where it did not, where the run was interrupted and where nothing was graded; 3 where the grader could not
/// do its work.
int exit_code(const model::Report& report, std::optional<double> fail_under);

/// Score ÷ maximum in percent; 100 of nothing to earn where everything passed, else 0.
double percentage(const model::Report& report);

}  // namespace grader::report
