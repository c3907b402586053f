// The L1 norm.
#include "normalization/weight_norm.hpp"

Eigen::VectorXd weight_norm(const Eigen::VectorXd& v, double g) { return g * v / v.lpNorm<1>(); }
