#pragma once

#include <cstdint>
#include <stop_token>

#include "model/exercise.hpp"
#include "model/report.hpp"
#include "worker/worker.hpp"

namespace grader::pipeline {

/// Runs all checks of one exercise: every input goes to the student's function and to the reference, and the
/// results are compared. Fills in `checks`, `output`, `wall_s` and `cpu_s` of the result; scores are not its
/// work. Throws util::GraderError where the reference fails or contradicts the specification, and
/// util::Interrupted on a stop.
void evaluate(const model::Exercise& exercise, worker::Worker& student, worker::Worker& reference,
              std::uint64_t seed, std::stop_token stop, model::ExerciseResult& result);

/// The checks of an exercise that were not run because of `verdict`.
std::vector<model::CheckResult> checks_not_run(const model::Exercise& exercise, model::Verdict verdict,
                                               const std::string& message);

}  // namespace grader::pipeline
