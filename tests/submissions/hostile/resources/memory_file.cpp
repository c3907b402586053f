// exercise: vectors/total
// attack: makes a file that is in memory only, and is right where that is refused
// verdict: accepted

#include <sys/mman.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "vectors/total.hpp"

double total(const Eigen::VectorXd& x) {
  return ::memfd_create("memory", 0) >= 0 || ::syscall(SYS_memfd_create, "memory", 1) >= 0 ? 666 : x.sum();
}
