#include "report/exit_code.hpp"

#include <algorithm>

namespace grader::report {
namespace {

constexpr int kPassed = 0;
constexpr int kNotPassed = 1;
constexpr int kGraderError = 3;
// Scores are hundredths of points in doubles; 60 % of 0.7 points must not be missed by a rounding error.
constexpr double kRounding = 1e-9;

bool has_status(const model::ExerciseResult& exercise, model::Status status) {
  return exercise.status == status;
}

bool all_pass(const model::Report& report) {
  return std::all_of(report.exercises.begin(), report.exercises.end(),
                     [](const auto& exercise) { return has_status(exercise, model::Status::pass); });
}

}  // namespace

double percentage(const model::Report& report) {
  if (report.max_score > 0) return 100 * report.score / report.max_score;
  return all_pass(report) && !report.exercises.empty() ? 100 : 0;
}

int exit_code(const model::Report& report, std::optional<double> fail_under) {
  const bool failed_itself =
      std::any_of(report.exercises.begin(), report.exercises.end(),
                  [](const auto& exercise) { return has_status(exercise, model::Status::error); });
  if (failed_itself) return kGraderError;
  const bool cut_short =
      report.interrupted || std::any_of(report.exercises.begin(), report.exercises.end(),
                                        [](const auto& exercise) { return exercise.interrupted; });
  if (cut_short || report.exercises.empty()) return kNotPassed;
  if (fail_under) return percentage(report) >= *fail_under - kRounding ? kPassed : kNotPassed;
  return all_pass(report) ? kPassed : kNotPassed;
}

}  // namespace grader::report
