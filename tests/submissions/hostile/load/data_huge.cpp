// exercise: vectors/total
// attack: has more data than it may have memory, so that it cannot even be loaded
// verdict: runtime_error

#include "vectors/total.hpp"

char bytes[1 << 30];

double total(const Eigen::VectorXd& x) { return x.sum() + bytes[0]; }
