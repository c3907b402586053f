#pragma once

#include <string>
#include <vector>

#include "model/exercise.hpp"
#include "model/report.hpp"

namespace grader::pipeline {

/// The checks of an exercise before anything was run, its cases and then its properties, or its questions,
/// all accepted. Of a property with inputs that are shown, only these are counted; with hidden ones alone it
/// is hidden.
std::vector<model::CheckResult> all_checks(const model::Exercise& exercise);

/// "Hidden" means that nothing but passed or failed gets out, the kind of failure included.
void conceal(model::CheckResult& check);

/// The checks of an exercise that were not run because of `verdict`.
std::vector<model::CheckResult> checks_not_run(const model::Exercise& exercise, model::Verdict verdict,
                                               const std::string& message);

/// The points of the checks, in their order.
std::vector<double> check_points(const model::Exercise& exercise);

}  // namespace grader::pipeline
