#pragma once

#include <sys/types.h>

#include <array>
#include <cstddef>
#include <string>
#include <vector>

#include "sandbox/launch.hpp"

/// The child's side of launch(): what it does to itself until it is the command.
namespace grader::sandbox {

/// What the child tells when a step of its set-up failed.
struct Failure {
  int error = 0;
  std::array<char, 32> step{};
};

/// What a child that shares the grader's memory runs on until it executes a program.
struct ChildStack {
  static constexpr std::size_t kBytes = std::size_t{32} << 10;
  alignas(16) std::array<std::byte, kBytes> bytes;
  void* top() { return bytes.data() + bytes.size(); }
};

/// Everything the child needs, made before it: only async-signal-safe calls are allowed to it, because
/// another thread may hold any lock at that moment, and nothing else in memory is its to change.
struct Plan {
  std::vector<char*> arguments;
  std::vector<char*> environment;
  const char* directory;
  const Command& command;
  const Confinement& confinement;
  FilterProgram filter;
  ChildPipes pipes;
  std::string own_user;  // for the maps of a user namespace
  std::string own_group;
  int grader;  // a pidfd of it; -1 where there are none
  pid_t parent;
  int executable;  // the command's file, where it is executed by its descriptor
  int init;        // the program of an init process or a keeper; -1 where there is none
  int landlock;
  int report;
  int failures;
  ChildStack* stack;  // of an init process' child
  pid_t keeper = -1;
};

/// Makes a process that shares the grader's memory, as vfork does: the calling thread goes on when it has
/// executed a program or ended. A copy of the memory would cost more than everything else here, because the
/// grader's next write to each of its pages is a fault then. `child` must not return.
pid_t make_process(unsigned long flags, ChildStack& stack, int (*child)(void*), Plan& plan);

/// Takes a Plan through all steps, in the order that launch.hpp gives. What goes wrong is written to
/// `failures`. Does not return.
int become_command(void* plan);

}  // namespace grader::sandbox
