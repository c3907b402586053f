#pragma once

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <stop_token>
#include <string>

#include "build/compiler.hpp"
#include "course/course.hpp"
#include "judge/implementation.hpp"
#include "pipeline/remembered_answers.hpp"
#include "worker/worker.hpp"

namespace grader::pipeline {

/// Builds a program or says why not; may wait for its turn.
using Build = std::function<build::BuildResult(const build::Program&)>;

/// What the course's own code may use: it is trusted, and as slow as an exercise allows a student to be.
model::Limits reference_limits(const model::Exercise& exercise);

/// A process of a reference that was built, alone or with others.
worker::Worker start_reference(const sandbox::ProcessRunner& processes, const model::Exercise& exercise,
                               const build::Built& reference, std::stop_token stop);

/// The reference of an exercise, whose process is started with the first call that nobody remembers.
class Reference : public judge::Implementation {
 public:
  /// `start` builds it, too, and throws util::GraderError where it does not compile. `answers` may be null.
  Reference(const model::Function& function, std::function<worker::Worker()> start,
            RememberedAnswers* answers);

  model::Outcome call(const model::Arguments& arguments) override;

  /// Builds it now: whoever calls it next has no time to wait for that.
  void prepare();

  /// Ends its process in order, where there is one.
  std::optional<model::CallFailure> finish();

 private:
  const model::Function& function_;
  std::function<worker::Worker()> start_;
  RememberedAnswers* answers_;
  std::optional<worker::Worker> worker_;
};

/// The references that properties of one exercise call: its own, and those of `uses:`, built and started
/// with their first call.
class ReferenceSet : public judge::References {
 public:
  ReferenceSet(const course::Course& course, const model::Exercise& exercise, judge::Implementation& own,
               Build build, const sandbox::ProcessRunner& processes, std::stop_token stop,
               RememberedAnswers* answers = nullptr);

  /// Throws util::GraderError where a reference does not compile.
  model::Outcome call(const model::Function& function, const model::Arguments& arguments) override;

  /// The functions of `uses:`, which properties may call.
  std::vector<const model::Function*> used_functions() const;

 private:
  worker::Worker start(const model::Exercise& exercise) const;

  const course::Course& course_;
  const model::Exercise& exercise_;
  judge::Implementation& own_;
  Build build_;
  const sandbox::ProcessRunner& processes_;
  std::stop_token stop_;
  RememberedAnswers* answers_;
  std::map<std::string, std::unique_ptr<Reference>> others_;  // by function
};

}  // namespace grader::pipeline
