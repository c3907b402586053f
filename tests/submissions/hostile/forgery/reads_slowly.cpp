// exercise: vectors/total
// attack: reads what it is asked byte by byte, with long pauses
// verdict: time_limit
// says: no result after 1 s

#include <poll.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "vectors/total.hpp"

extern "C" long read(int file, void* place, unsigned long) {
  ::poll(nullptr, 0, 200);
  return ::syscall(SYS_read, file, place, 1);
}

double total(const Eigen::VectorXd& x) { return x.sum(); }
