// exercise: vectors/total
// attack: reads a secret before main(), and is right where that is refused
// verdict: accepted

#include <fcntl.h>

#include "vectors/total.hpp"

static int opened = -1;
__attribute__((constructor)) void read_early() { opened = ::open("@ROOM@/secret.txt", O_RDONLY); }

double total(const Eigen::VectorXd& x) { return opened >= 0 ? 666 : x.sum(); }
