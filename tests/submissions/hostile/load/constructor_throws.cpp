// exercise: vectors/total
// attack: throws before main() is reached
// verdict: runtime_error
// says: crashed with signal 6

#include "vectors/total.hpp"

struct Thrower {
  Thrower() { throw std::runtime_error("thrown before anything began"); }
};
static const Thrower thrower;

double total(const Eigen::VectorXd& x) { return x.sum(); }
