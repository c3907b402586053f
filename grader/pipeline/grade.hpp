#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <stop_token>
#include <string>
#include <vector>

#include "build/cache.hpp"
#include "build/compiler.hpp"
#include "course/course.hpp"
#include "model/report.hpp"
#include "sandbox/process.hpp"

namespace grader::pipeline {

/// What grading needs of the world, given by the caller.
struct Services {
  build::Compiler& compiler;
  const sandbox::ProcessRunner& processes;
  build::Compiler* sanitizing = nullptr;  // for what was submitted; null to compile it as everything else
  const build::Cache* cache = nullptr;    // for results and for answers of references; null to keep none
};

/// Whether results of earlier runs, and answers of references, are taken where nothing changed.
enum class EarlierResults { taken, ignored };

/// Whether the solutions of a submission are compiled together where they can be; the report is the same.
enum class Gathering { yes, no };

struct GradeOptions {
  std::uint64_t seed = kDefaultSeed;
  int jobs = 1;
  EarlierResults earlier = EarlierResults::taken;
  Gathering gathering = Gathering::yes;
  static constexpr std::uint64_t kDefaultSeed = 1;
};

/// Hears what happens. Called from one thread at a time; `finished` comes in the order of the exercises.
struct GradeEvents {
  std::function<void(const std::string& exercise, const std::string& what)> progress;
  std::function<void(const model::ExerciseResult&)> finished;
};

/// Grades the solutions in `submission` for `exercises` (chosen with Course::select). Exercises of `uses:`
/// that are not among them are graded too where a failure may be theirs, but not reported. Everything that
/// goes wrong with one exercise, the grader's own faults included, ends up in its result.
model::Report grade(const course::Course& course, const std::vector<const model::Exercise*>& exercises,
                    const std::filesystem::path& submission, const Services& services,
                    const GradeOptions& options, const GradeEvents& events, std::stop_token stop);

}  // namespace grader::pipeline
