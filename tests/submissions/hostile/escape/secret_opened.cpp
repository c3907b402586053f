// exercise: vectors/total
// attack: opens a file that everybody may read, beside the course, and is right where that is refused
// verdict: accepted

#include <fcntl.h>
#include <unistd.h>

#include "vectors/total.hpp"

double total(const Eigen::VectorXd& x) {
  char text[200] = {};
  const int fd = ::open("@ROOM@/secret.txt", O_RDONLY);
  if (fd < 0) return x.sum();
  ::read(fd, text, sizeof text - 1);
  std::cout << text;
  return 666;
}
