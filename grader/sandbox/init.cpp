#include "sandbox/init.hpp"

#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include "sandbox/launch.hpp"
#include "sandbox/pipe.hpp"

namespace grader::sandbox {
namespace {

/// Whatever the command has open must be closed when it ends, so nothing is kept here.
void close_all_but(int kept) {
  constexpr int kPlace = 0;
  ::dup2(kept, kPlace);
  ::syscall(SYS_close_range, kPlace + 1, ~0U, 0);
}

[[noreturn]] void report_and_exit(int status, const rusage& usage) {
  const InitReport report{status, cpu_seconds(usage)};
  [[maybe_unused]] const ssize_t written = ::write(0, &report, sizeof report);
  ::_exit(0);
}

/// Waits for a child and for all that is left to this process.
template <class KillAll>
[[noreturn]] void keep(pid_t child, int report, KillAll kill_all) {
  ::prctl(PR_SET_DUMPABLE, 0);
  close_all_but(report);
  const sigset_t signals = init_signals();
  while (true) {
    int status = 0;
    rusage usage{};
    while (const pid_t ended = ::wait4(-1, &status, WNOHANG, &usage)) {
      if (ended == child) {
        kill_all();
        report_and_exit(status, usage);
      }
      if (ended < 0) break;
    }
    if (::sigwaitinfo(&signals, nullptr) == SIGTERM) kill_all();
  }
}

}  // namespace

sigset_t init_signals() {
  sigset_t signals;
  ::sigemptyset(&signals);
  ::sigaddset(&signals, SIGCHLD);
  ::sigaddset(&signals, SIGTERM);
  return signals;
}

void be_init(pid_t child, int report) {
  const auto kill_all = [] { ::kill(-1, SIGKILL); };
  keep(child, report, kill_all);
}

void be_keeper(pid_t child, int report, bool alone) {
  ::prctl(PR_SET_CHILD_SUBREAPER, 1);
  const auto kill_all = [child, alone] { ::kill(alone ? -1 : -child, SIGKILL); };
  keep(child, report, kill_all);
}

}  // namespace grader::sandbox
