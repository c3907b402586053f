#pragma once

namespace grader::sandbox {

/// What an init process or a keeper reports: how the command ended and what it used.
struct InitReport {
  int status = 0;  // as waitpid gives it
  double cpu_s = 0;
};

}  // namespace grader::sandbox
