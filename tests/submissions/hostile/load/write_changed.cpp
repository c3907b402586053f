// exercise: vectors/total
// attack: brings its own write(), which puts another number into the reply
// verdict: wrong_answer

#include <sys/syscall.h>
#include <unistd.h>

#include <cstring>

#include "vectors/total.hpp"

extern "C" long write(int file, const void* data, unsigned long size) {
  char copy[10];
  const double forged = 666;
  if (size != sizeof copy) return ::syscall(SYS_write, file, data, size);
  std::memcpy(copy, data, sizeof copy);
  std::memcpy(copy + 2, &forged, sizeof forged);
  return ::syscall(SYS_write, file, copy, size);
}

double total(const Eigen::VectorXd& x) { return x.sum(); }
