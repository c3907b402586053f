#include "pipeline/checks.hpp"

#include "judge/inputs.hpp"
#include "judge/property_check.hpp"

namespace grader::pipeline {
namespace {

using model::Index;
using model::Verdict;

model::CheckResult check_for(const model::Case& test_case) {
  model::CheckResult check;
  check.id = test_case.id;
  check.description = test_case.description;
  check.hidden = test_case.hidden;
  check.inputs = judge::input_count(test_case);
  check.verdict = Verdict::accepted;
  return check;
}

model::CheckResult check_for(const model::Exercise& exercise, const model::Property& property) {
  model::CheckResult check;
  check.id = property.id;
  check.kind = model::CheckKind::property;
  check.description = property.description;
  check.verdict = Verdict::accepted;
  // Of inputs that are shown and hidden ones, those that are shown count; with hidden ones alone it is
  // hidden.
  Index shown = 0;
  Index hidden = 0;
  for (const model::Case& test_case : exercise.cases)
    if (judge::applies_to(property, test_case))
      (test_case.hidden ? hidden : shown) += judge::input_count(test_case);
  check.hidden = shown == 0;
  check.inputs = check.hidden ? hidden : shown;
  return check;
}

model::CheckResult check_for(const model::Question& question) {
  model::CheckResult check;
  check.id = question.id;
  check.kind = model::CheckKind::question;
  check.description = question.prompt;
  check.inputs = 1;
  check.verdict = Verdict::accepted;
  return check;
}

}  // namespace

std::vector<model::CheckResult> all_checks(const model::Exercise& exercise) {
  std::vector<model::CheckResult> checks;
  checks.reserve(exercise.cases.size() + exercise.properties.size() + exercise.questions.size());
  for (const model::Case& test_case : exercise.cases) checks.push_back(check_for(test_case));
  for (const model::Property& property : exercise.properties) checks.push_back(check_for(exercise, property));
  for (const model::Question& question : exercise.questions) checks.push_back(check_for(question));
  return checks;
}

void conceal(model::CheckResult& check) {
  const bool failed = check.verdict != Verdict::accepted && check.verdict != Verdict::not_implemented &&
                      check.verdict != Verdict::grader_error;
  if (failed) check.verdict = Verdict::wrong_answer;
  check.message.clear();
  check.counterexample.reset();
  check.inputs = check.failed_inputs = check.skipped_inputs = 0;
}

std::vector<model::CheckResult> checks_not_run(const model::Exercise& exercise, Verdict verdict,
                                               const std::string& message) {
  std::vector<model::CheckResult> checks = all_checks(exercise);
  for (model::CheckResult& check : checks) {
    // What kept the code from running has nothing to do with hidden inputs.
    check.verdict = verdict;
    check.message = message;
    check.skipped_inputs = check.inputs;
    if (check.hidden) check.inputs = check.skipped_inputs = 0;
  }
  return checks;
}

std::vector<double> check_points(const model::Exercise& exercise) {
  std::vector<double> points;
  for (const model::Case& test_case : exercise.cases) points.push_back(test_case.points);
  for (const model::Property& property : exercise.properties) points.push_back(property.points);
  for (const model::Question& question : exercise.questions) points.push_back(question.points);
  return points;
}

}  // namespace grader::pipeline
