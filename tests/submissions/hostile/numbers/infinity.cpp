// exercise: vectors/total
// attack: returns infinity, from which everything is equally far
// verdict: not_finite

#include "vectors/total.hpp"

double total(const Eigen::VectorXd&) { return std::numeric_limits<double>::infinity(); }
