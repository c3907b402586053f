// exercise: vectors/total
// attack: returns a negative zero for every zero
// verdict: accepted

#include "vectors/total.hpp"

double total(const Eigen::VectorXd& x) { return x.sum() == 0 ? -0.0 : x.sum(); }
