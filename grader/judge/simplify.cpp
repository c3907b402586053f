#include "judge/simplify.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "generate/generate.hpp"
#include "generate/range.hpp"
#include "judge/shrink.hpp"
#include "util/error.hpp"

namespace grader::judge {
namespace {

using Clock = std::chrono::steady_clock;
using model::Verdict;

constexpr std::chrono::duration<double> kSecondsInAll{4};

/// Failures by a limit take their time at every step, and smaller inputs take less.
bool is_shrunk(Verdict verdict) {
  switch (verdict) {
    case Verdict::time_limit:
    case Verdict::memory_limit:
    case Verdict::output_limit:
    case Verdict::not_implemented:
    case Verdict::grader_error:
      return false;
    default:
      return true;
  }
}

}  // namespace

Simplifier::Simplifier(const model::Exercise& exercise, Implementation& subject, Implementation& reference)
    : exercise_(exercise), subject_(subject), reference_(reference), left_(kSecondsInAll) {}

std::optional<Failed> Simplifier::judge(const model::Case& test_case, const model::Arguments& arguments,
                                        const Check& check) {
  const auto input = make_input(exercise_, test_case, arguments, reference_);
  if (!input) return std::nullopt;
  return check(*input, subject_.call(input->arguments));
}

Failed Simplifier::shrink(const model::Case& test_case, Failed failed, const Check& check) {
  const auto start = Clock::now();
  const auto allowed = [&](const model::Arguments& arguments) {
    try {
      return generate::in_range(exercise_, test_case, arguments) &&
             generate::meets_conditions(exercise_, test_case, arguments);
    } catch (const util::CourseError&) {
      return false;  // a condition without an answer refuses
    }
  };
  const auto fails = [&](const model::Arguments& arguments) {
    const auto smaller = judge(test_case, arguments, check);
    return smaller && same_failure(*smaller, failed);
  };
  ShrinkLimits limits;
  limits.seconds = std::min(limits.seconds, left_.count());
  const Shrunk shrunk =
      judge::shrink(exercise_.function, failed.counterexample.input, allowed, fails, limits);
  left_ -= Clock::now() - start;
  if (shrunk.steps == 0) return failed;
  auto smallest = judge(test_case, shrunk.input, check);
  if (!smallest || !same_failure(*smallest, failed)) return failed;
  smallest->counterexample.name = failed.counterexample.name;
  smallest->counterexample.shrink_steps = shrunk.steps;
  return std::move(*smallest);
}

Simplifier::Simplified Simplifier::simplify(const Input& input, Failed failed, const Check& check) {
  if (!is_shrunk(failed.verdict)) return {std::move(failed), true};
  const auto first = check(input, subject_.call(input.arguments));
  const bool generated = std::holds_alternative<model::Generation>(input.test_case->source);
  if (!first || !generated || !same_failure(*first, failed)) return {std::move(failed), first.has_value()};
  return {shrink(*input.test_case, std::move(failed), check), true};
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
    if (judgement.verdict == Verdict::accepted) return std::nullopt;
    failed = judge_case(exercise, input, second);
    if (!failed) {
      failed = Failed{judgement.verdict, std::move(judgement.message), {}};
      failed->counterexample.name = input.name;
      failed->counterexample.input = input.arguments;
      failed->counterexample.actual = std::get<model::Value>(second);
    }
  }
  if (!is_shrunk(failed->verdict)) return failed;  // a limit says nothing of what is kept
  failed->message =
      "called again with the same input, it answered differently; it must keep nothing between "
      "calls (static or global variables, memory that was never set)\n" +
      failed->message;
  return failed;
}

}  // namespace grader::judge
