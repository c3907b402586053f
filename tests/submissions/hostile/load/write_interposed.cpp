// exercise: vectors/total
// attack: brings its own write(), which says that all is written and writes nothing
// verdict: time_limit
// says: no result after 1 s

#include "vectors/total.hpp"

extern "C" long write(int, const void*, unsigned long size) { return static_cast<long>(size); }

double total(const Eigen::VectorXd& x) { return x.sum(); }
