#pragma once

#include <sys/types.h>

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "sandbox/process.hpp"
#include "sandbox/root_folder.hpp"
#include "sandbox/seccomp.hpp"
#include "sandbox/setup_failed.hpp"
#include "util/unique_fd.hpp"

namespace grader::sandbox {

/// The child's descriptors before they are moved to their places; -1 for none.
struct ChildPipes {
  int requests = -1;  // becomes descriptor 3
  int replies = -1;   // becomes descriptor 4
  int output = -1;    // becomes 1 and 2
};

/// Everything that is done to a child before it becomes the command, prepared by the grader. Nothing is done
/// where nothing is set.
struct Confinement {
  std::optional<uid_t> user;
  bool namespaces = false;
  bool user_namespace = false;  // with the others, where the grader is not root
  int network = -1;             // a network namespace to join; where there is none it gets a new one
  bool keeper = false;          // without namespaces: kills what the command started, also with the grader
  bool own_proc = false;        // Landlock grants what /proc tells of the process itself
  RootFolder root;              // in its mount namespace
  util::UniqueFd landlock;      // rules
  FilterProgram filter;         // of system calls
  std::vector<int> entrances;   // of control groups to join
  int (*instead)() = nullptr;   // called where the command would be executed; returns the exit status
};

struct Launched {
  pid_t pid = -1;
  util::UniqueFd report;  // what the init process of its namespace, or its keeper, says at the end; else none
};

/// Makes a process, sets it up and executes the command. Throws SetupFailed where any step fails, the child's
/// included; nothing has been started then. Called from any thread: a child dies with the thread that
/// launched it, so that killing the grader leaves nothing behind.
///
/// Until it executes the command the child has the grader's memory, not a copy of it, and the calling thread
/// waits (vfork). As root a child that becomes another user makes the kernel keep everybody else from looking
/// into that memory (PR_SET_DUMPABLE), and from then on into the grader's for good.
///
/// The order of the steps in the child: it asks to die with the grader, leads a session, takes its
/// descriptors, joins its control groups and its network, enters its root folder, becomes its user, leaves an
/// init process behind in its namespace, gives up privileges for ever (no_new_privs), files (Landlock),
/// resources and system calls (seccomp), and executes the command. All before anything of the command's own
/// code runs.
Launched launch(const Command& command, const ChildPipes& pipes, const Confinement& confinement);

}  // namespace grader::sandbox
