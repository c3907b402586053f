// exercise: vectors/total
// attack: is off by the smallest number that there is
// verdict: accepted

#include "vectors/total.hpp"

double total(const Eigen::VectorXd& x) { return x.sum() + std::numeric_limits<double>::denorm_min(); }
