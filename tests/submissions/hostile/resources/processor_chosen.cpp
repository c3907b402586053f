// exercise: vectors/total
// attack: chooses its processor, its priority and how it is scheduled, and is right where that is refused
// verdict: accepted

#include <sched.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "vectors/total.hpp"

double total(const Eigen::VectorXd& x) {
  cpu_set_t first;
  CPU_ZERO(&first);
  CPU_SET(0, &first);
  const sched_param highest{1};
  const bool chosen = ::sched_setaffinity(0, sizeof first, &first) == 0 || ::nice(1) != -1 ||
                      ::setpriority(PRIO_PROCESS, 0, 5) == 0 || ::setpriority(PRIO_PROCESS, 0, -5) == 0 ||
                      ::sched_setscheduler(0, SCHED_FIFO, &highest) == 0 ||
                      ::sched_setscheduler(0, SCHED_BATCH, &highest) == 0 ||
                      ::syscall(SYS_ioprio_set, 1, 0, 2 << 13) == 0;
  return chosen ? 666 : x.sum();
}
