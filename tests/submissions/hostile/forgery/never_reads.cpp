// exercise: vectors/total
// attack: never reads what it is asked
// verdict: time_limit
// says: no result after 1 s

#include <poll.h>

#include "vectors/total.hpp"

extern "C" long read(int, void*, unsigned long) { return ::poll(nullptr, 0, -1); }

double total(const Eigen::VectorXd& x) { return x.sum(); }
