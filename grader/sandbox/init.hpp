#pragma once

#include <signal.h>

namespace grader::sandbox {

/// The signals that an init process waits for; to be blocked before its child is made and when it is
/// executed.
sigset_t init_signals();

/// A descriptor of the program that stays behind as the first process of a pid namespace, where the command
/// is its child: the first one ignores signals that nobody handles, so that abort() would not end a command
/// that was it. The program waits for the command and for all that is left to it, writes an InitReport to
/// descriptor 0 and exits, which kills whatever else is in the namespace. SIGTERM from outside kills
/// everything and is reported likewise.
///
/// Where there is no pid namespace it is called a keeper, and SIGTERM comes from the kernel, too, when the
/// grader is gone: what a command started itself would not be told. The command leads a process group. What
/// left the group is found where nobody else has its user.
///
/// Its arguments are described in sandbox/init/main.cpp. Throws util::GraderError where it cannot be held in
/// memory.
int init_program();

}  // namespace grader::sandbox
