// exercise: vectors/total
// attack: returns a NaN that raises an exception where it is computed with
// verdict: not_finite

#include "vectors/total.hpp"

double total(const Eigen::VectorXd&) { return std::numeric_limits<double>::signaling_NaN(); }
