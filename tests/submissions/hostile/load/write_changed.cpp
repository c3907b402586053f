// exercise: vectors/total
// attack: brings its own write() and writev(), which put another number into the reply
// verdict: wrong_answer

#include <sys/syscall.h>
#include <sys/uio.h>
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

extern "C" long writev(int file, const iovec* parts, int count) {
  long size = 0;
  for (int i = 0; i < count; ++i) size += write(file, parts[i].iov_base, parts[i].iov_len);
  return size;
}

double total(const Eigen::VectorXd& x) { return x.sum(); }
