#pragma once

#include <stdexcept>
#include <string>

namespace grader::util {

/// The grader itself could not do its work: no compiler, a full disk, a reference that throws. Never the
/// student's fault and never a lost point; ends a command with exit code 3.
struct GraderError : std::runtime_error {
  using std::runtime_error::runtime_error;
};

/// The course is at fault, and no machine: a reference that throws or does not compile, a generator that
/// cannot make what it should. Grading treats it as any GraderError; an audit tells the author.
struct CourseError : GraderError {
  using GraderError::GraderError;
};

/// The command line asks for something that does not exist or makes no sense; exit code 2.
struct UsageError : std::runtime_error {
  using std::runtime_error::runtime_error;
};

/// Somebody asked to stop (Ctrl-C). Not an error: what is there is reported as far as it goes.
struct Interrupted {};

}  // namespace grader::util
