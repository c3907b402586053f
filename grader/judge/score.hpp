#pragma once

#include "model/exercise.hpp"
#include "model/report.hpp"

namespace grader::judge {

/// Shares the exercise's points among its checks by their `points` (given in `weights`, one for each check)
/// and sets score, max_score and status of the checks and of the exercise; the exercise's verdict is that of
/// its first check that is not accepted, but that a grader_error comes before everything and needs_review
/// after. An exercise without checks keeps the verdict it has. The parts add up to the whole exactly as shown
/// (two decimals).
void score(const model::Exercise& exercise, const std::vector<double>& weights,
           model::ExerciseResult& result);

/// Adds the exercises up.
void total(model::Report& report);

}  // namespace grader::judge
