#pragma once

#include <sys/prctl.h>

#include <stdexcept>

#include "e2e/processes.hpp"

/// Finds what a grader has started, also after its end.
namespace grader::e2e {

/// What a killed grader leaves behind becomes this process's child, so that it can wait for all of it.
inline void adopt_orphans() {
  if (::prctl(PR_SET_CHILD_SUBREAPER, 1) != 0) throw std::runtime_error("cannot adopt orphans");
}

inline bool nothing_is_left_running() {
  return eventually([] {
    while (::waitpid(-1, nullptr, WNOHANG) > 0) {
    }
    return ::waitpid(-1, nullptr, WNOHANG) < 0 && errno == ECHILD;
  });
}

}  // namespace grader::e2e
