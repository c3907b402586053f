#pragma once

#include "model/exercise.hpp"
#include "model/report.hpp"

namespace grader::judge {

/// Shares the exercise's points among its checks by their `points` (given in `weights`, one for each check)
/// and sets score, max_score and status of the checks and of the exercise; the exercise's verdict is that of
/// its first check that is not accepted, but that a grader_error comes before everything, and after a failure
/// comes what is not_implemented, and then needs_review. An exercise without checks keeps the verdict it has.
/// The parts add up to the whole exactly as shown (two decimals).
void score(const model::Exercise& exercise, const std::vector<double>& weights,
           model::ExerciseResult& result);

/// Adds a scored exercise up again whose checks got other verdicts since: what is accepted gets all its
/// points, what is not keeps those that it has, and under all_or_nothing there are none before everything
/// passes.
void rescore(model::ExerciseResult& result);

/// Adds the exercises up.
void total(model::Report& report);

}  // namespace grader::judge
