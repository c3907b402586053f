#include "report/visible.hpp"

#include <algorithm>

#include "util/text.hpp"

namespace grader::report {
namespace {

using model::CheckResult;
using model::Verdict;

/// Verdicts of the code as a whole, which no hidden input had a part in.
bool is_of_the_code(Verdict verdict) {
  switch (verdict) {
    case Verdict::accepted:
    case Verdict::compile_error:
    case Verdict::compile_limit:
    case Verdict::rejected:
    case Verdict::not_implemented:
    case Verdict::prerequisite_failed:
    case Verdict::needs_review:
    case Verdict::grader_error:
      return true;
    default:
      return false;
  }
}

CheckResult masked(const CheckResult& check) {
  CheckResult shown;
  shown.id = check.id;
  shown.kind = check.kind;
  shown.status = check.status;
  shown.verdict = is_of_the_code(check.verdict) ? check.verdict : Verdict::wrong_answer;
  shown.score = check.score;
  shown.max_score = check.max_score;
  shown.hidden = true;
  return shown;
}

/// The verdict of the first failure that shows; a mere wrong_answer where only hidden checks failed.
Verdict shown_verdict(const model::ExerciseResult& result) {
  if (is_of_the_code(result.verdict)) return result.verdict;
  const auto found = std::find_if(result.checks.begin(), result.checks.end(), [](const CheckResult& check) {
    return !check.hidden && check.status == model::Status::fail;
  });
  if (found != result.checks.end()) return found->verdict;
  const bool has_hidden = std::any_of(result.checks.begin(), result.checks.end(),
                                      [](const CheckResult& check) { return check.hidden; });
  return has_hidden ? Verdict::wrong_answer : result.verdict;
}

}  // namespace

model::ExerciseResult visible(const model::ExerciseResult& result) {
  model::ExerciseResult shown = result;
  shown.verdict = shown_verdict(result);
  for (CheckResult& check : shown.checks)
    if (check.hidden) check = masked(check);
  return shown;
}

model::ExerciseResult readable(const model::ExerciseResult& result, std::size_t message, std::size_t output) {
  model::ExerciseResult shown = visible(result);
  const auto lines = [message](std::string& text) { text = util::printable_within(text, message); };
  const auto line = [message](std::string& text) {
    text = util::printable_within(text, message, util::Newlines::escape);
  };
  line(shown.id);
  line(shown.title);
  lines(shown.message);
  lines(shown.takeaway);
  shown.output = util::printable_within(shown.output, output);
  for (CheckResult& check : shown.checks) {
    line(check.id);
    lines(check.description);
    lines(check.message);
    if (check.counterexample) line(check.counterexample->name);
  }
  if (shown.pitfall) lines(shown.pitfall->message);
  return shown;
}

model::Report visible(const model::Report& report) {
  model::Report shown = report;
  for (model::ExerciseResult& exercise : shown.exercises) exercise = visible(exercise);
  return shown;
}

}  // namespace grader::report
