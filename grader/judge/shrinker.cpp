#include "judge/shrinker.hpp"

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

constexpr std::chrono::duration<double> kSecondsInAll{10};

/// Failures by a limit take their time at every step, and smaller inputs take less.
bool is_shrunk(Verdict verdict) {
  return !is_limit(verdict) && verdict != Verdict::not_implemented && verdict != Verdict::grader_error;
}

}  // namespace

Shrinker::Shrinker(const model::Exercise& exercise, Implementation& subject, Implementation& reference)
    : exercise_(exercise), subject_(subject), reference_(reference), left_(kSecondsInAll) {}

std::optional<Failed> Shrinker::judge(const model::Case& test_case, const model::Arguments& arguments,
                                      const Check& check) {
  const auto input = make_input(exercise_, test_case, arguments, reference_);
  if (!input) return std::nullopt;
  return check(*input, subject_.call(input->arguments));
}

Failed Shrinker::smallest(const model::Case& test_case, Failed failed, const Check& check) {
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

Shrinker::Result Shrinker::shrink(const Input& input, Failed failed, const Check& check) {
  // What may answer differently every time cannot be asked again for the same failure.
  if (!is_shrunk(failed.verdict) || exercise_.pure == model::Purity::unchecked)
    return {std::move(failed), true};
  const auto first = check(input, subject_.call(input.arguments));
  const bool generated = std::holds_alternative<model::Generation>(input.test_case->source);
  if (!first || !generated || !same_failure(*first, failed)) return {std::move(failed), first.has_value()};
  return {smallest(*input.test_case, std::move(failed), check), true};
}

}  // namespace grader::judge
