// exercise: vectors/total
// attack: reads how many processes it may have, and is right where they are what the specification says
// verdict: accepted
// 1 without root: wrong_answer

#include <sys/resource.h>

#include "vectors/total.hpp"

// Counted for each user, so that there is no limit for one who is not alone. One is for what stays beside the program.
double total(const Eigen::VectorXd& x) {
  rlimit limit{};
  return ::getrlimit(RLIMIT_NPROC, &limit) == 0 && limit.rlim_max <= 20 + 1 ? x.sum() : 666;
}
