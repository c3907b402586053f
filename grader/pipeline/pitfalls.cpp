#include "pipeline/pitfalls.hpp"

#include "judge/diagnosis.hpp"
#include "pipeline/implementation.hpp"
#include "pipeline/references.hpp"
#include "pipeline/student.hpp"

namespace grader::pipeline {

build::Variants pitfall_variants(const course::Course& course, const model::Exercise& exercise) {
  build::Variants variants{&exercise, {}, reference_program(course, exercise).used};
  for (const model::Pitfall& pitfall : exercise.pitfalls)
    variants.sources.push_back(course.pitfall_source(exercise, pitfall.id));
  return variants;
}

std::vector<model::Outcome> answers_of(const model::Exercise& exercise, const build::BuiltVariants& built,
                                       std::size_t variant, const std::vector<judge::Input>& inputs,
                                       const sandbox::ProcessRunner& processes, std::stop_token stop) {
  Plain implementation(worker::Worker(processes, built.executable, exercise.function,
                                      reference_limits(exercise), stop, static_cast<int>(variant)));
  std::vector<model::Outcome> answers;
  answers.reserve(inputs.size());
  for (const judge::Input& input : inputs) answers.push_back(implementation.call(input.arguments));
  return answers;
}

std::optional<model::KnownMistake> known_mistake(const model::Exercise& exercise,
                                                 const build::BuiltVariants& built,
                                                 const std::vector<judge::Input>& inputs,
                                                 const std::vector<model::Outcome>& answers,
                                                 const sandbox::ProcessRunner& processes,
                                                 std::stop_token stop) {
  std::vector<std::vector<model::Outcome>> all(exercise.pitfalls.size());
  for (std::size_t i = 0; i < all.size(); ++i)
    if (built.compiles[i]) all[i] = answers_of(exercise, built, i, inputs, processes, stop);
  const auto found = judge::diagnose(exercise, inputs, answers, all);
  if (!found) return std::nullopt;
  return model::KnownMistake{exercise.pitfalls[*found].id, exercise.pitfalls[*found].message};
}

}  // namespace grader::pipeline
