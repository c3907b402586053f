#include "pipeline/examiner.hpp"

#include <fmt/format.h>

#include "judge/case_check.hpp"

namespace grader::pipeline {

/// One examination while it goes on.
struct Examiner::Run {
  const std::vector<judge::Input>& inputs;
  judge::Implementation& subject;
  std::vector<model::Outcome> answers;
  Examination result;
  bool ended() const { return result.took_too_long; }
};

Examiner::Examiner(const model::Exercise& exercise, judge::Implementation& reference,
                   judge::References& references, const std::vector<const model::Function*>& used)
    : exercise_(exercise), reference_(reference), references_(references) {
  for (const model::Property& property : exercise.properties)
    properties_.emplace_back(exercise, property, used);
}

std::string Examiner::check_id(std::size_t number) const {
  const std::size_t cases = exercise_.cases.size();
  return number < cases ? exercise_.cases[number].id : exercise_.properties[number - cases].id;
}

std::size_t Examiner::number_of(const model::Case& test_case) const {
  return static_cast<std::size_t>(&test_case - exercise_.cases.data());
}

std::vector<judge::Input> Examiner::inputs(std::uint64_t seed, Extent extent) {
  std::vector<judge::Input> inputs;
  for (const model::Case& test_case : exercise_.cases) {
    const bool generated = std::holds_alternative<model::Generation>(test_case.source);
    if (extent == Extent::generated && !generated) continue;
    for (model::Index i = 0; i < judge::input_count(test_case); ++i)
      inputs.push_back(judge::make_input(exercise_, test_case, seed, i, reference_));
  }
  return inputs;
}

void Examiner::fail(Run& run, std::size_t check, const judge::Input& input,
                    const judge::Failed& failed) const {
  run.result.failed[check] = true;
  run.result.violated[check] = failed.verdict == model::Verdict::property_violated;
  run.result.took_too_long = run.result.took_too_long || failed.verdict == model::Verdict::time_limit;
  if (run.result.first.empty())
    run.result.first = fmt::format("check {}, input {}: {}", check_id(check), input.name, failed.message);
}

void Examiner::judge_cases(Run& run) {
  for (const judge::Input& input : run.inputs) {
    if (run.ended()) return;
    run.answers.push_back(run.subject.call(input.arguments));
    if (const auto failed = judge::judge_case(exercise_, input, run.answers.back()))
      fail(run, number_of(*input.test_case), input, *failed);
  }
}

void Examiner::judge_properties(Run& run) {
  for (std::size_t p = 0; p < properties_.size(); ++p) {
    const std::size_t check = exercise_.cases.size() + p;
    for (std::size_t i = 0; i < run.answers.size() && !run.result.failed[check] && !run.ended(); ++i) {
      const judge::Input& input = run.inputs[i];
      if (!judge::applies_to(properties_[p].property(), *input.test_case)) continue;
      if (const auto failed = properties_[p].judge(input, run.answers[i], run.subject, references_))
        fail(run, check, input, *failed);
    }
  }
}

void Examiner::judge_repetitions(Run& run) {
  if (exercise_.pure == model::Purity::unchecked) return;
  for (std::size_t left = run.answers.size(); left > 0 && !run.ended(); --left) {
    const judge::Input& input = run.inputs[left - 1];
    const std::size_t check = number_of(*input.test_case);
    if (run.result.failed[check]) continue;
    const model::Outcome again = run.subject.call(input.arguments);
    if (const auto failed = judge::judge_repetition(exercise_, input, run.answers[left - 1], again))
      fail(run, check, input, *failed);
  }
}

Examination Examiner::examine(const std::vector<judge::Input>& inputs, judge::Implementation& subject) {
  Run run{inputs, subject, {}, {}};
  run.result.failed.resize(check_count(), false);
  run.result.violated.resize(check_count(), false);
  judge_cases(run);
  judge_properties(run);
  judge_repetitions(run);
  return std::move(run.result);
}

}  // namespace grader::pipeline
