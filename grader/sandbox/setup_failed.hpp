#pragma once

#include <string>
#include <utility>

#include "util/error.hpp"

namespace grader::sandbox {

/// A step of confining a process was refused. As an error it is the grader's; probe() learns from it what the
/// machine does not grant.
struct SetupFailed : util::GraderError {
  SetupFailed(const std::string& what, std::string step_, int error_)
      : util::GraderError(what), step(std::move(step_)), error(error_) {}
  std::string step;
  int error;  // errno
};

}  // namespace grader::sandbox
