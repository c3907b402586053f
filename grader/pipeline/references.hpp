#pragma once

#include <functional>
#include <map>
#include <memory>
#include <stop_token>
#include <string>

#include "build/compiler.hpp"
#include "course/course.hpp"
#include "judge/implementation.hpp"
#include "pipeline/student.hpp"

namespace grader::pipeline {

/// Builds a program or says why not; may wait for its turn.
using Build = std::function<build::BuildResult(const build::Program&)>;

/// What the course's own code may use: it is trusted, and as slow as an exercise allows a student to be.
model::Limits reference_limits(const model::Exercise& exercise);

/// The references that properties of one exercise call: its own, and those of `uses:`, built and started
/// with their first call.
class ReferenceSet : public judge::References {
 public:
  ReferenceSet(const course::Course& course, const model::Exercise& exercise, judge::Implementation& own,
               Build build, const sandbox::ProcessRunner& processes, std::stop_token stop);

  /// Throws util::GraderError where a reference does not compile.
  model::Outcome call(const model::Function& function, const model::Arguments& arguments) override;

  /// The functions of `uses:`, which properties may call.
  std::vector<const model::Function*> used_functions() const;

 private:
  const course::Course& course_;
  const model::Exercise& exercise_;
  judge::Implementation& own_;
  Build build_;
  const sandbox::ProcessRunner& processes_;
  std::stop_token stop_;
  std::map<std::string, std::unique_ptr<Plain>> others_;  // by function
};

}  // namespace grader::pipeline
