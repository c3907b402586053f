// exercise: vectors/total
// attack: leaves a daemon behind, and is right where none can be started
// verdict: accepted

#include <sys/wait.h>
#include <unistd.h>

#include "vectors/total.hpp"

double total(const Eigen::VectorXd& x) {
  const pid_t child = ::fork();
  if (child == 0) {
    ::setsid();
    if (::fork() == 0)
      for (int second = 0; second < 120; ++second) ::sleep(1);
    _exit(0);
  }
  if (child > 0) ::waitpid(child, nullptr, 0);
  return child > 0 || ::daemon(0, 0) == 0 ? 666 : x.sum();
}
