// exercise: vectors/total
// attack: returns minus infinity
// verdict: not_finite

#include "vectors/total.hpp"

double total(const Eigen::VectorXd&) { return -std::numeric_limits<double>::infinity(); }
