// exercise: vectors/total
// attack: returns a NaN, which is in no way unequal to anything
// verdict: not_finite

#include "vectors/total.hpp"

double total(const Eigen::VectorXd&) { return std::numeric_limits<double>::quiet_NaN(); }
