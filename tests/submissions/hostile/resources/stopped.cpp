// exercise: vectors/total
// attack: stops itself as a debugger would
// verdict: time_limit
// says: no result after 1 s

#include <signal.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "vectors/total.hpp"

double total(const Eigen::VectorXd& x) {
  ::raise(SIGSTOP);
  ::kill(::getpid(), SIGSTOP);
  ::syscall(SYS_tgkill, ::getpid(), ::syscall(SYS_gettid), SIGSTOP);
  for (volatile bool forever = true; forever;) {
  }
  return x.sum();
}
