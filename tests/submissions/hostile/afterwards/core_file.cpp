// exercise: vectors/total
// attack: crashes, and would leave an image of its memory behind
// verdict: runtime_error
// says: crashed with signal 6

#include <sys/prctl.h>
#include <sys/resource.h>

#include "vectors/total.hpp"

double total(const Eigen::VectorXd&) {
  const rlimit unlimited{RLIM_INFINITY, RLIM_INFINITY};
  ::setrlimit(RLIMIT_CORE, &unlimited);
  ::prctl(PR_SET_DUMPABLE, 1, 0, 0, 0);
  std::abort();
}
