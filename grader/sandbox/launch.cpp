#include "sandbox/launch.hpp"

#include <errno.h>
#include <fcntl.h>
#include <fmt/format.h>
#include <pthread.h>
#include <sched.h>
#include <signal.h>
#include <string.h>
#include <sys/statvfs.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <memory>

#include "sandbox/child.hpp"
#include "sandbox/init.hpp"
#include "sandbox/pipe.hpp"
#include "util/error.hpp"
#include "util/unique_fd.hpp"

namespace grader::sandbox {
namespace {

std::vector<char*> pointers(const std::vector<std::string>& texts) {
  std::vector<char*> result;
  // execve takes char* for historical reasons and does not write through it.
  for (const std::string& text : texts) result.push_back(const_cast<char*>(text.c_str()));
  result.push_back(nullptr);
  return result;
}

/// Why a program could not be executed, where the error's own words would not tell.
std::string advice(const Command& command, const Failure& failure) {
  struct statvfs status {};
  const bool noexec = failure.error == EACCES && ::statvfs(command.arguments[0].c_str(), &status) == 0 &&
                      (status.f_flag & ST_NOEXEC) != 0;
  if (!noexec || std::string_view(failure.step.data()) != "execve") return {};
  return "\n  its file system is mounted noexec; set XDG_CACHE_HOME to a folder whose programs may be "
         "executed";
}

void throw_if_failed(int failures, pid_t pid, const Command& command) {
  Failure failure;
  ssize_t count = 0;
  do count = ::read(failures, &failure, sizeof failure);
  while (count < 0 && errno == EINTR);
  if (count <= 0) return;
  while (::waitpid(pid, nullptr, 0) < 0 && errno == EINTR) {
  }
  throw SetupFailed(fmt::format("cannot start {}: {}: {}{}", command.arguments[0], failure.step.data(),
                                ::strerror(failure.error), advice(command, failure)),
                    failure.step.data(), failure.error);
}

unsigned long clone_flags(const Confinement& confinement) {
  if (!confinement.namespaces) return 0;
  unsigned long flags = CLONE_NEWNS | CLONE_NEWPID | CLONE_NEWIPC | CLONE_NEWUTS;
  if (confinement.network < 0) flags |= CLONE_NEWNET;
  return confinement.user_namespace ? flags | CLONE_NEWUSER : flags;
}

void block_all_signals(sigset_t& before) {
  sigset_t all;
  ::sigfillset(&all);
  ::pthread_sigmask(SIG_SETMASK, &all, &before);
}

util::UniqueFd pidfd_of_this() {
#ifdef SYS_pidfd_open
  return util::UniqueFd(static_cast<int>(::syscall(SYS_pidfd_open, ::getpid(), 0)));
#else
  return {};
#endif
}

/// A confined worker is executed by its descriptor: its path is nothing that it may see.
util::UniqueFd executable_of(const Command& command, const Confinement& confinement) {
  const bool is_worker = command.role == Role::worker || command.role == Role::sanitized;
  if (!is_worker || confinement.filter.empty()) return {};
  util::UniqueFd file(::open(command.arguments[0].c_str(), O_PATH | O_CLOEXEC));
  if (!file)
    throw util::GraderError(
        fmt::format("cannot start {}: open: {}", command.arguments[0], ::strerror(errno)));
  return file;
}

}  // namespace

Launched launch(const Command& command, const ChildPipes& pipes, const Confinement& confinement) {
  Pipe failures = make_pipe();
  const bool stays = confinement.namespaces || confinement.keeper;
  Pipe report = stays ? make_pipe() : Pipe{};
  const util::UniqueFd grader = pidfd_of_this();
  const util::UniqueFd executable = executable_of(command, confinement);
  const std::string directory = command.directory.string();
  const auto stacks = std::make_unique_for_overwrite<ChildStack[]>(2);
  Plan plan{pointers(command.arguments),
            pointers(command.environment),
            directory.c_str(),
            command,
            confinement,
            confinement.filter,
            pipes,
            fmt::format("{0} {0} 1", ::geteuid()),
            fmt::format("{0} {0} 1", ::getegid()),
            grader.get(),
            ::getpid(),
            executable.get(),
            stays ? init_program() : -1,
            confinement.landlock.get(),
            report.write.get(),
            failures.write.get(),
            &stacks[1]};
  sigset_t before;
  // No handler of the grader's may run in the child, which has its memory.
  block_all_signals(before);
  const pid_t pid = make_process(clone_flags(confinement), stacks[0], become_command, plan);
  const int error = errno;
  ::pthread_sigmask(SIG_SETMASK, &before, nullptr);
  if (pid < 0)
    throw SetupFailed(fmt::format("cannot start a process: {}", ::strerror(error)), "clone", error);
  failures.write.reset();
  report.write.reset();
  throw_if_failed(failures.read.get(), pid, command);
  return {pid, std::move(report.read)};
}

}  // namespace grader::sandbox
