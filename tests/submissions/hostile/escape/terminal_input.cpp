// exercise: vectors/total
// attack: types a line into the terminal that the grader was started from, and is right where that is refused
// verdict: accepted

#include <fcntl.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include "vectors/total.hpp"

double total(const Eigen::VectorXd& x) {
  bool typed = ::open("/dev/tty", O_RDWR) >= 0;
  for (int fd = 0; fd < 5; ++fd)
    typed = typed || ::ioctl(fd, TIOCSTI, "\n") == 0 || ::ioctl(fd, TIOCSCTTY, 1) == 0;
  return typed ? 666 : x.sum();
}
