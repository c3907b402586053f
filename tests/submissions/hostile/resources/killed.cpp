// exercise: vectors/total
// attack: ends as a process does that the kernel kills for want of memory
// verdict: runtime_error
// says: crashed with signal 9

#include <signal.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "vectors/total.hpp"

double total(const Eigen::VectorXd& x) {
  ::raise(SIGKILL);
  return x.sum();
}
