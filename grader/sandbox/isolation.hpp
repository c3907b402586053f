#pragma once

#include <string>
#include <vector>

namespace grader::sandbox {

/// What stands between submitted code and the machine.
///
/// | level | what |
/// |---|---|
/// | 0 | limits on resources, a clean environment, process groups |
/// | 1 | and no_new_privs, an unused user where the grader is root, Landlock, a system-call filter |
/// | 2 | and namespaces with a root file system of their own, empty but for what is needed, read-only |
/// | 3 | and control groups that limit processes and memory |
///
/// Level 2 does not need Landlock: what is not in the root file system cannot be opened either.
struct Isolation {
  bool filter = false;       // seccomp
  bool landlock = false;     // no files but those that were granted
  bool unused_user = false;  // only where the grader is root
  bool needs_user = false;   // it is
  bool namespaces = false;   // mount, pid, network, ipc, uts; user where the grader is not root
  bool control_groups = false;
  std::vector<std::string> missing;  // "namespaces refused: EPERM"

  int level() const;
  /// For every report: "1 (seccomp, landlock; namespaces refused: EPERM)".
  std::string text() const;
};

/// The most that this machine grants, found out by doing it: processes are started in each way and try to
/// read a file, to fork, to open a socket and to signal the grader, until a way is found in which all of that
/// is refused. Where none is, the level is 0. Takes some milliseconds.
Isolation probe();

}  // namespace grader::sandbox
