#include "pipeline/references.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "pipeline/implementation.hpp"
#include "util/error.hpp"

namespace grader::pipeline {

model::Limits reference_limits(const model::Exercise& exercise) {
  // A property or an audit calls it thousands of times, which no limit of an exercise is made for.
  constexpr double kSecondsInAll = 3600;
  constexpr std::int64_t kOutputKib = 64 * 1024;
  model::Limits limits = exercise.limits;
  limits.time_s = std::max(limits.time_s, model::Limits{}.time_s);
  limits.memory_mib = std::max(limits.memory_mib, model::Limits{}.memory_mib);
  limits.exercise_time_s = kSecondsInAll;
  limits.output_kib = kOutputKib;
  return limits;
}

worker::Worker start_reference(const sandbox::ProcessRunner& processes, const model::Exercise& exercise,
                               const build::Built& reference, std::stop_token stop) {
  worker::Worker worker(processes, reference.executable, exercise.function, reference_limits(exercise),
                        std::move(stop));
  worker.choose(reference.exercise);
  return worker;
}

Reference::Reference(const model::Function& function, std::function<worker::Worker()> start,
                     RememberedAnswers* answers)
    : function_(function), start_(std::move(start)), answers_(answers) {}

model::Outcome Reference::call(const model::Arguments& arguments) {
  if (answers_ != nullptr)
    if (auto remembered = answers_->find(function_, arguments)) return std::move(*remembered);
  prepare();
  model::Outcome outcome = worker_->call(arguments).result;
  const auto* value = std::get_if<model::Value>(&outcome);
  if (answers_ != nullptr && value != nullptr) answers_->keep(function_, arguments, *value);
  return outcome;
}

void Reference::prepare() {
  if (!worker_) worker_.emplace(start_());
}

std::optional<model::CallFailure> Reference::finish() { return worker_ ? worker_->finish() : std::nullopt; }

ReferenceSet::ReferenceSet(const course::Course& course, const model::Exercise& exercise,
                           judge::Implementation& own, Build build, const sandbox::ProcessRunner& processes,
                           std::stop_token stop, RememberedAnswers* answers)
    : course_(course),
      exercise_(exercise),
      own_(own),
      build_(std::move(build)),
      processes_(processes),
      stop_(std::move(stop)),
      answers_(answers) {}

std::vector<const model::Function*> ReferenceSet::used_functions() const {
  std::vector<const model::Function*> functions;
  for (const std::string& id : exercise_.uses) functions.push_back(&course_.at(id).function);
  return functions;
}

worker::Worker ReferenceSet::start(const model::Exercise& exercise) const {
  const build::BuildResult result = build_(reference_program(course_, exercise));
  if (const auto* failure = std::get_if<build::BuildFailure>(&result))
    throw util::CourseError(
        fmt::format("the reference of {} does not compile:\n{}", exercise.id, failure->message));
  return start_reference(processes_, exercise, std::get<build::Built>(result), stop_);
}

model::Outcome ReferenceSet::call(const model::Function& function, const model::Arguments& arguments) {
  if (function.name == exercise_.function.name) return own_.call(arguments);
  std::unique_ptr<Reference>& other = others_[function.name];
  if (!other) {
    const auto used = std::find_if(exercise_.uses.begin(), exercise_.uses.end(), [&](const std::string& id) {
      return course_.at(id).function.name == function.name;
    });
    if (used == exercise_.uses.end())
      throw util::CourseError(fmt::format("{} does not use {}", exercise_.id, function.name));
    const model::Exercise& exercise = course_.at(*used);
    other = std::make_unique<Reference>(
        exercise.function, [this, &exercise] { return start(exercise); }, answers_);
  }
  return other->call(arguments);
}

}  // namespace grader::pipeline
