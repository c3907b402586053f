// exercise: vectors/total
// attack: computes without end and ignores every signal that can be ignored
// verdict: time_limit
// says: no result after 1 s

#include <signal.h>

#include "vectors/total.hpp"

double total(const Eigen::VectorXd& x) {
  for (int signal = 1; signal < NSIG; ++signal) ::signal(signal, SIG_IGN);
  sigset_t all;
  ::sigfillset(&all);
  ::sigprocmask(SIG_SETMASK, &all, nullptr);
  for (volatile bool forever = true; forever;) {
  }
  return x.sum();
}
