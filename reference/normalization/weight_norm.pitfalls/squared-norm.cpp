// Divides by the squared norm.
#include "normalization/weight_norm.hpp"

Eigen::VectorXd weight_norm(const Eigen::VectorXd& v, double g) { return g * v / v.squaredNorm(); }
