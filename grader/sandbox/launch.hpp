#pragma once

#include <sys/types.h>

#include "sandbox/process.hpp"

namespace grader::sandbox {

/// The child's descriptors before they are moved to their places; -1 for none.
struct ChildPipes {
  int requests = -1;  // becomes descriptor 3
  int replies = -1;   // becomes descriptor 4
  int output = -1;    // becomes 1 and 2
};

/// Forks, sets the child up and executes the command. Throws util::GraderError where any step fails, the
/// child's included; nothing has been started then. Called from any thread: a child dies with the thread that
/// launched it, so that killing the grader leaves nothing behind.
pid_t launch(const Command& command, const ChildPipes& pipes);

}  // namespace grader::sandbox
