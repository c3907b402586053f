#include "judge/case_check.hpp"

#include "util/text.hpp"

namespace grader::judge {
namespace {

/// What was thrown or which signal came, without the values that a message may go on to tell.
std::string kind_of(const std::string& message) { return message.substr(0, message.find(": ")); }

std::string first_path(const Failed& failed) {
  const auto& differences = failed.counterexample.differences;
  return differences.empty() ? std::string() : differences[0].path;
}

}  // namespace

Failed failed_call(const Input& input, const model::CallFailure& failure) {
  Failed failed{failure.verdict, util::printable_within(failure.message, kMessageBytes), {}};
  failed.counterexample.name = input.name;
  failed.counterexample.input = input.arguments;
  return failed;
}

std::optional<Failed> judge_case(const model::Exercise& exercise, const Input& input,
                                 const model::Outcome& outcome) {
  if (const auto* failure = std::get_if<model::CallFailure>(&outcome)) {
    Failed failed = failed_call(input, *failure);
    failed.counterexample.expected = input.expected;
    return failed;
  }
  const auto& actual = std::get<model::Value>(outcome);
  const Rules rules = rules_of(exercise, input);
  Judgement judgement = input.expected ? compare(actual, *input.expected, rules) : check_form(actual, rules);
  if (judgement.verdict == model::Verdict::accepted) return std::nullopt;
  Failed failed{judgement.verdict, std::move(judgement.message), {}};
  failed.counterexample.name = input.name;
  failed.counterexample.input = input.arguments;
  failed.counterexample.expected = input.expected;
  failed.counterexample.actual = actual;
  failed.counterexample.differences = std::move(judgement.differences);
  return failed;
}

bool same_failure(const Failed& a, const Failed& b) {
  if (a.verdict != b.verdict || first_path(a) != first_path(b)) return false;
  return a.verdict != model::Verdict::runtime_error || kind_of(a.message) == kind_of(b.message);
}

std::optional<Failed> judge_repetition(const model::Exercise& exercise, const Input& input,
                                       const model::Outcome& first, const model::Outcome& second) {
  const auto* answer = std::get_if<model::Value>(&first);
  if (answer == nullptr) return std::nullopt;
  std::optional<Failed> failed;
  if (const auto* failure = std::get_if<model::CallFailure>(&second)) {
    failed = failed_call(input, *failure);
  } else {
    Rules rules = rules_of(exercise, input);
    rules.compare = {};
    rules.nan = model::NanPolicy::equal;
    Judgement judgement = compare(std::get<model::Value>(second), *answer, rules);
    if (judgement.verdict == model::Verdict::accepted) return std::nullopt;
    failed = judge_case(exercise, input, second);
    if (!failed) {
      failed = Failed{judgement.verdict, std::move(judgement.message), {}};
      failed->counterexample.name = input.name;
      failed->counterexample.input = input.arguments;
      failed->counterexample.actual = std::get<model::Value>(second);
    }
  }
  if (is_limit(failed->verdict)) return failed;  // which says nothing of what is kept
  failed->message =
      "called again with the same input, it answered differently; it must keep nothing between "
      "calls (static or global variables, memory that was never set)\n" +
      failed->message;
  return failed;
}

bool is_limit(model::Verdict verdict) {
  return verdict == model::Verdict::time_limit || verdict == model::Verdict::memory_limit ||
         verdict == model::Verdict::output_limit;
}

}  // namespace grader::judge
