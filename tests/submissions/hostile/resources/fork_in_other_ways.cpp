// exercise: vectors/total
// attack: makes processes by the system calls behind fork(), and is right where none comes of them
// verdict: accepted

#include <sched.h>
#include <signal.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "vectors/total.hpp"

static bool comes_of(long pid) {
  if (pid == 0) _exit(0);
  return pid > 0;
}

double total(const Eigen::VectorXd& x) {
  bool forked = false;
  forked = comes_of(::syscall(SYS_clone, SIGCHLD, 0, 0, 0, 0)) || forked;
  forked = comes_of(::syscall(SYS_clone, 0, 0, 0, 0, 0)) || forked;
  forked = comes_of(::syscall(SYS_clone, CLONE_PARENT | SIGCHLD, 0, 0, 0, 0)) || forked;
  std::uint64_t arguments[8] = {};
  arguments[4] = SIGCHLD;
  forked = comes_of(::syscall(SYS_clone3, arguments, sizeof arguments)) || forked;
#if defined(SYS_fork)
  forked = comes_of(::syscall(SYS_fork)) || forked;
#endif
  return forked ? 666 : x.sum();
}
