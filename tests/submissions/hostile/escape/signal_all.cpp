// exercise: vectors/total
// attack: sends a signal to every process and to its group, and is right where that is refused
// verdict: accepted

#include <signal.h>

#include "vectors/total.hpp"

// A signal that is ignored where nobody waits for it: that it can be sent is enough to see.
double total(const Eigen::VectorXd& x) {
  return ::kill(-1, SIGWINCH) == 0 || ::kill(0, SIGWINCH) == 0 || ::killpg(1, SIGWINCH) == 0 ? 666 : x.sum();
}
