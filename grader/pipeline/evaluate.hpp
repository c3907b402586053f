#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <stop_token>
#include <vector>

#include "judge/implementation.hpp"
#include "judge/inputs.hpp"
#include "model/exercise.hpp"
#include "model/report.hpp"
#include "worker/worker.hpp"

namespace grader::pipeline {

/// Who takes part in judging one exercise.
struct Parties {
  // A process of its own each time. What the first kind prints is shown; the second kind is called more
  // often, nobody sees what it prints, and so only a single call can print too much.
  std::function<worker::Worker()> student;
  std::function<worker::Worker()> silent_student;
  judge::Implementation& reference;
  judge::References& references;             // for properties
  std::vector<const model::Function*> used;  // the functions of `uses:`
  std::function<void()> fails;               // called once there are failures, before they are explained
  std::function<std::optional<model::KnownMistake>(const std::vector<judge::Input>&,
                                                   const std::vector<model::Outcome>&)>
      diagnose;  // what known mistake gives these answers; asked only where some are wrong
};

/// Runs all checks of one exercise: every input goes to the student's function and to the reference, the
/// results are compared, properties evaluated, answers asked for a second time; then failures are made small
/// and, if they are known, named. Fills in `checks`, `pitfall`, `output`, `wall_s` and `cpu_s` of the result;
/// scores are not its work. Throws util::GraderError where the reference fails or contradicts the
/// specification, and util::Interrupted on a stop.
void evaluate(const model::Exercise& exercise, const Parties& parties, std::uint64_t seed,
              std::stop_token stop, model::ExerciseResult& result);

}  // namespace grader::pipeline
