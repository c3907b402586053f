#pragma once

#include <sys/resource.h>

#include "util/unique_fd.hpp"

namespace grader::sandbox {

/// Both ends close at exec.
struct Pipe {
  util::UniqueFd read;
  util::UniqueFd write;
};

/// Throws util::GraderError.
Pipe make_pipe();

/// User and system time.
double cpu_seconds(const rusage& usage);

}  // namespace grader::sandbox
