#pragma once

#include <signal.h>
#include <sys/types.h>

namespace grader::sandbox {

/// The signals that an init process waits for; to be blocked before its child is made.
sigset_t init_signals();

/// What the first process of a pid namespace does, which is not the command: the first one ignores signals
/// that nobody handles, so that abort() would not end it. Waits for `child` and for all that is left to it,
/// writes an InitReport and exits, which kills whatever else is in the namespace. SIGTERM from outside kills
/// everything and is reported likewise. Async-signal-safe.
[[noreturn]] void be_init(pid_t child, int report);

/// The same where there is no pid namespace. SIGTERM comes from the kernel, too, when the grader is gone:
/// what a command started itself would not be told. `child` leads a process group; with `alone` nobody else
/// has its user, and what left the group is found as well. Async-signal-safe.
[[noreturn]] void be_keeper(pid_t child, int report, bool alone);

}  // namespace grader::sandbox
