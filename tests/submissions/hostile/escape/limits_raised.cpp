// exercise: vectors/total
// attack: raises and changes its own limits, and is right where that is refused
// verdict: accepted

#include <sys/resource.h>
#include <unistd.h>

#include "vectors/total.hpp"

double total(const Eigen::VectorXd& x) {
  bool raised = false;
  for (int resource = 0; resource < RLIM_NLIMITS; ++resource) {
    const rlimit unlimited{RLIM_INFINITY, RLIM_INFINITY};
    raised = raised || ::setrlimit(static_cast<__rlimit_resource>(resource), &unlimited) == 0;
    raised =
        raised || ::prlimit(::getppid(), static_cast<__rlimit_resource>(resource), &unlimited, nullptr) == 0;
    raised = raised || ::prlimit(0, static_cast<__rlimit_resource>(resource), &unlimited, nullptr) == 0;
  }
  return raised ? 666 : x.sum();
}
