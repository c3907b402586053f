// What stays beside a command as its init process or its keeper: a program of its own, so that it holds
// nothing of the grader's memory. See sandbox/init.hpp.
//
//     init PID      first process of a pid namespace; PID is the command
//     keeper PID    the same without a namespace; PID leads the command's process group
//     alone PID     a keeper whose user nobody else has
//
// The report goes to descriptor 0. It is started hundreds of times in a run: without the C library, whose
// start takes longer than everything here, on the machines whose system calls are written out below.
#include <errno.h>
#include <linux/prctl.h>
#include <signal.h>
#include <stddef.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <sys/wait.h>

#include "sandbox/init_report.hpp"

namespace {

#if defined(__x86_64__)
long call(long number, long a = 0, long b = 0, long c = 0, long d = 0) {
  register long fourth asm("r10") = d;
  long result = 0;
  asm volatile("syscall"
               : "=a"(result)
               : "a"(number), "D"(a), "S"(b), "d"(c), "r"(fourth)
               : "rcx", "r11", "memory");
  return result;
}
#elif defined(__aarch64__)
long call(long number, long a = 0, long b = 0, long c = 0, long d = 0) {
  register long which asm("x8") = number;
  register long first asm("x0") = a;
  register long second asm("x1") = b;
  register long third asm("x2") = c;
  register long fourth asm("x3") = d;
  asm volatile("svc 0" : "+r"(first) : "r"(which), "r"(second), "r"(third), "r"(fourth) : "memory");
  return first;
}
#else
extern "C" long syscall(long number, ...) noexcept;
long call(long number, long a = 0, long b = 0, long c = 0, long d = 0) {
  const long result = syscall(number, a, b, c, d);
  return result < 0 ? -errno : result;
}
#endif

long address(const void* pointer) { return reinterpret_cast<long>(pointer); }

double seconds(const timeval& time) {
  constexpr double kMicro = 1e-6;
  return static_cast<double>(time.tv_sec) + kMicro * static_cast<double>(time.tv_usec);
}

int number_of(const char* digits) {
  int number = 0;
  for (; *digits >= '0' && *digits <= '9'; ++digits) number = 10 * number + (*digits - '0');
  return number;
}

void kill_all(char role, int command) { call(SYS_kill, role == 'k' ? -command : -1, SIGKILL); }

/// Waits for the command and for all that is left to this process.
int keep(char role, int command) {
  call(SYS_prctl, PR_SET_DUMPABLE, 0);
  call(SYS_prctl, PR_SET_NAME, address("grader-init"));
  // Whatever the command has open must be closed when it ends, so nothing is kept here.
  call(SYS_close_range, 1, ~0U, 0);
  constexpr unsigned long kSignals = 1UL << (SIGCHLD - 1) | 1UL << (SIGTERM - 1);
  while (true) {
    int status = 0;
    static rusage usage;
    while (true) {
      const long ended = call(SYS_wait4, -1, address(&status), WNOHANG, address(&usage));
      if (ended <= 0) break;
      if (ended != command) continue;
      kill_all(role, command);
      const grader::sandbox::InitReport report{status, seconds(usage.ru_utime) + seconds(usage.ru_stime)};
      call(SYS_write, 0, address(&report), sizeof report);
      return 0;
    }
    const long signal = call(SYS_rt_sigtimedwait, address(&kSignals), 0, 0, sizeof kSignals);
    if (signal == SIGTERM) kill_all(role, command);
  }
}

}  // namespace

#if defined(__x86_64__) || defined(__aarch64__)
extern "C" [[noreturn]] void start(const long* stack) {
  const char* const* arguments = reinterpret_cast<const char* const*>(stack + 1);  // after their number
  call(SYS_exit_group, keep(arguments[0][0], number_of(arguments[1])));
  __builtin_unreachable();
}
#if defined(__x86_64__)
asm(".globl _start\n_start:\n  mov %rsp, %rdi\n  call start\n");
#else
asm(".globl _start\n_start:\n  mov x0, sp\n  bl start\n");
#endif
#else
int main(int, char** arguments) { return keep(arguments[0][0], number_of(arguments[1])); }
#endif
