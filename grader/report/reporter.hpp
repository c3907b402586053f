#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "model/report.hpp"

namespace grader::report {

/// What is known before the first exercise is graded.
struct RunInfo {
  std::string submission;
  std::uint64_t seed = 0;
  std::string isolation;
  std::vector<std::string> exercises;  // ids, in the order in which results will come
  std::string eval_options;  // what `grader eval` needs to see the same inputs: "--seed 9"; may be empty
};

/// Hears what happens during a run, from one thread. Results come in the course's order.
class Reporter {
 public:
  virtual ~Reporter() = default;
  virtual void begin(const RunInfo&) {}
  /// Something is being worked on ("compiling", "running"); comes in any order, for a live line only.
  virtual void progress(const std::string& /*exercise*/, const std::string& /*what*/) {}
  virtual void finished(const model::ExerciseResult&) {}
  virtual void end(const model::Report&) {}
};

}  // namespace grader::report
