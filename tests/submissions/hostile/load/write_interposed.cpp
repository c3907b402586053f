// exercise: vectors/total
// attack: brings its own write() and writev(), which say that all is written and write nothing
// verdict: time_limit
// says: no result after 1 s

#include <sys/uio.h>

#include "vectors/total.hpp"

extern "C" long write(int, const void*, unsigned long size) { return static_cast<long>(size); }

extern "C" long writev(int, const iovec* parts, int count) {
  long size = 0;
  for (int i = 0; i < count; ++i) size += static_cast<long>(parts[i].iov_len);
  return size;
}

double total(const Eigen::VectorXd& x) { return x.sum(); }
