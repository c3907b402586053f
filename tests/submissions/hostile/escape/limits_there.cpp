// exercise: vectors/total
// attack: reads its own limits, and is right where they are what the specification says
// verdict: accepted
// limits: time_s: 2, exercise_time_s: 8

#include <sys/resource.h>

#include "vectors/total.hpp"

static rlim_t hard(__rlimit_resource resource) {
  rlimit limit{};
  return ::getrlimit(resource, &limit) == 0 ? limit.rlim_max : RLIM_INFINITY;
}

// CPU time: one call's, the exercise's and a second of grace; the hard limit is another second later.
double total(const Eigen::VectorXd& x) {
  const bool limited = hard(RLIMIT_AS) <= (rlim_t{512} << 20) && hard(RLIMIT_NOFILE) <= 32 &&
                       hard(RLIMIT_CORE) == 0 && hard(RLIMIT_CPU) <= 2 + 8 + 1 + 1 && hard(RLIMIT_FSIZE) <= (1 << 20);
  return limited ? x.sum() : 666;
}
