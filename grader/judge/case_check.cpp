#include "judge/case_check.hpp"

#include "util/text.hpp"

namespace grader::judge {
namespace {

constexpr std::size_t kMessageBytes = 4096;

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
  Judgement judgement = compare(actual, input.expected, rules_of(exercise, input));
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

}  // namespace grader::judge
