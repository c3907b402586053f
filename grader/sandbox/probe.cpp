#include <errno.h>
#include <fcntl.h>
#include <fmt/format.h>
#include <sched.h>
#include <signal.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <array>
#include <optional>
#include <string_view>

#include "sandbox/confiner.hpp"
#include "sandbox/isolation.hpp"
#include "sandbox/landlock.hpp"
#include "sandbox/process.hpp"
#include "util/error.hpp"
#include "util/files.hpp"

namespace grader::sandbox {
namespace {

/// What a process that is confined should not have been able to do, as bits of its exit status.
enum Escape : int { read_a_file = 1, made_a_process = 2, opened_a_socket = 4, signalled_the_grader = 8 };

pid_t grader_pid = 0;  // set before the child is made

int try_to_escape() {
  int escaped = 0;
  if (::open("/etc/passwd", O_RDONLY | O_CLOEXEC) >= 0) escaped |= read_a_file;
  const auto child = ::syscall(SYS_clone, SIGCHLD, nullptr, nullptr, nullptr, nullptr);
  if (child == 0) ::_exit(0);
  if (child > 0) escaped |= made_a_process;
  if (::socket(AF_INET, SOCK_STREAM, 0) >= 0) escaped |= opened_a_socket;
  if (::kill(grader_pid, 0) == 0) escaped |= signalled_the_grader;
  return escaped;
}

/// A compiler may start programs, and must write its box.
int try_as_compiler() {
  int escaped = 0;
  if (::open("/etc/passwd", O_RDONLY | O_CLOEXEC) >= 0) escaped |= read_a_file;
  if (::open("written", O_CREAT | O_WRONLY | O_CLOEXEC, 0644) < 0) escaped |= made_a_process;
  if (::socket(AF_INET, SOCK_STREAM, 0) >= 0) escaped |= opened_a_socket;
  return escaped;
}

/// Whether nothing escapes from a process that is confined like this. Throws SetupFailed where the machine
/// refuses to confine it so.
bool holds(Confiner& confiner, const Command& command, int (*attempt)()) {
  Confiner::Prepared prepared = confiner.prepare(command);
  prepared.confinement.instead = attempt;
  const Lent box(command, prepared.confinement.user);
  const util::UniqueFd output(::open("/dev/null", O_WRONLY | O_CLOEXEC));
  Launched launched = launch(command, {-1, -1, output.get()}, prepared.confinement);
  Process process(launched.pid, {}, {std::move(launched.report), std::move(prepared.group)});
  bool in_time = false;
  const Ending ending = process.wait(10, in_time);
  return in_time && ending.signal == 0 && ending.exit_status == 0;
}

bool holds(const Isolation& isolation) {
  Confiner confiner(isolation);
  grader_pid = ::getpid();
  // Never executed: the attempt is called in its place. The file only has to be there to be granted.
  if (!holds(confiner, {{"/proc/self/exe"}, "", {}, {}, Role::worker}, try_to_escape)) return false;
  // Root's own TMPDIR may be closed to the user that the process becomes.
  const bool is_root = ::geteuid() == 0;
  const util::TemporaryDirectory box(is_root ? "/tmp" : std::filesystem::temp_directory_path());
  return holds(confiner, {{"/proc/self/exe"}, box.path(), {}, {}, Role::compiler}, try_as_compiler);
}

std::string refusal(std::string_view what, int error) {
  return fmt::format("{} refused: {}", what, ::strerrorname_np(error));
}

/// Does without what the failed step belongs to; false where that is nothing that can be done without.
bool do_without(Isolation& isolation, const SetupFailed& failure) {
  const auto give_up = [&](bool Isolation::*part, std::string_view what) {
    if (!(isolation.*part)) return false;
    isolation.*part = false;
    isolation.missing.push_back(refusal(what, failure.error));
    return true;
  };
  // Want of something is no refusal, and may be over the next moment: nothing is learnt from it.
  for (const int want : {EMFILE, ENFILE, ENOMEM, EAGAIN})
    if (failure.error == want) throw util::GraderError(failure.what());
  const std::string& step = failure.step;
  if (step == "landlock") return give_up(&Isolation::landlock, "landlock");
  if (step == "seccomp") return give_up(&Isolation::filter, "seccomp");
  if (step == "join a control group") return give_up(&Isolation::control_groups, "cgroup");
  for (const char* part : {"setgroups", "setresgid", "setresuid"})
    if (step == part && isolation.unused_user) return give_up(&Isolation::unused_user, "unused uid");
  return give_up(&Isolation::namespaces, step == "clone" ? "namespaces" : "namespaces: " + step);
}

Isolation most_imaginable() {
  Isolation isolation;
  isolation.filter = true;
  isolation.needs_user = isolation.unused_user = ::geteuid() == 0;
  isolation.landlock = landlock_version() > 0;
  if (!isolation.landlock) isolation.missing.push_back(refusal("landlock", errno));
  isolation.namespaces = true;
  const ControlGroups groups;
  isolation.control_groups = groups.missing().empty();
  if (!isolation.control_groups) isolation.missing.push_back(groups.missing());
  return isolation;
}

}  // namespace

Isolation probe() {
  Isolation isolation = most_imaginable();
  while (isolation.level() > 0) {
    try {
      if (holds(isolation)) return isolation;
      // Something is let through although every step went well: what is left of it may still hold.
      if (isolation.namespaces)
        isolation.namespaces = false;
      else
        isolation.landlock = false;
      isolation.missing.emplace_back("what was set up does not hold");
    } catch (const SetupFailed& failure) {
      if (!do_without(isolation, failure)) break;
    } catch (const util::GraderError& error) {
      isolation.missing.emplace_back(error.what());
      break;
    }
  }
  Isolation none;
  none.missing = isolation.missing;
  return none;
}

}  // namespace grader::sandbox
