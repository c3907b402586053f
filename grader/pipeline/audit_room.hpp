#pragma once

#include <mutex>
#include <string>

#include "pipeline/audit.hpp"
#include "pipeline/examiner.hpp"
#include "pipeline/references.hpp"
#include "pipeline/student.hpp"

namespace grader::pipeline {

// What the parts of an audit share: audit.cpp, audit_reference.cpp, audit_mistakes.cpp.

/// The exercise under audit and where its findings go.
struct AuditTask {
  const course::Course& course;
  const model::Exercise& exercise;
  const AuditServices& services;
  model::Index seeds;
  std::function<void(const std::string&)> progress;
  std::stop_token stop;

  model::Limits limits() const { return reference_limits(exercise); }
};

/// The reference in a process of its own, with what properties need beside it. One for each thread.
class AuditReference {
 public:
  explicit AuditReference(const AuditTask& task);
  Examiner& examiner() { return examiner_; }
  judge::Implementation& reference() { return reference_; }

 private:
  Plain reference_;
  ReferenceSet references_;
  Examiner examiner_;
};

/// The reference as it comes out of one way of compiling. Throws util::GraderError where it does not compile.
Plain built_reference(const AuditTask& task, build::Mode mode);

/// The reference with many seeds, and what rounding does to it.
struct ReferenceAudit {
  model::Index seeds = 0;
  double noise = 0;
  std::vector<std::string> findings;
};
ReferenceAudit audit_reference(const AuditTask& task);

/// What the checks make of the stub, the pitfalls and the mutants. Fills in its part of the audit.
void audit_mistakes(const AuditTask& task, model::ExerciseAudit& audit);

/// What the key, the stub and every wrong option of an exercise that asks questions are judged to be.
void audit_questions(const AuditTask& task, model::ExerciseAudit& audit);

}  // namespace grader::pipeline
