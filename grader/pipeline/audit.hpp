#pragma once

#include <functional>
#include <stop_token>
#include <vector>

#include "build/compiler.hpp"
#include "build/toolchain.hpp"
#include "course/course.hpp"
#include "model/audit.hpp"
#include "sandbox/process.hpp"

namespace grader::pipeline {

/// What auditing needs of the world: a compiler for each way of compiling, thread-safe.
struct AuditServices {
  std::function<build::Compiler&(build::Mode)> compiler;
  const sandbox::ProcessRunner& processes;
};

struct AuditOptions {
  model::Index seeds = 1000;  // 1, 2, …; fewer where the exercise says so
  int jobs = 1;
};

/// Hears what happens. Called from one thread at a time; `finished` comes in the order of the exercises.
struct AuditEvents {
  std::function<void(const std::string& exercise, const std::string& what)> progress;
  std::function<void(const model::ExerciseAudit&)> finished;
};

/// Examines exercises: that the stub fails every check, that the reference passes them with many seeds at
/// every level of optimisation, that each pitfall fails and is recognised as itself, that small changes to
/// the reference are noticed, and that the tolerance lies between rounding and the nearest mistake. What
/// keeps an exercise from being examined (a reference that does not compile or throws) is a finding, too.
/// Throws util::GraderError where the machine is at fault, util::Interrupted on a stop.
std::vector<model::ExerciseAudit> audit(const course::Course& course,
                                        const std::vector<const model::Exercise*>& exercises,
                                        const AuditServices& services, const AuditOptions& options,
                                        const AuditEvents& events, std::stop_token stop);

}  // namespace grader::pipeline
