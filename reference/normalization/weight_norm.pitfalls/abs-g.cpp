// Keeps the scale positive.
#include "normalization/weight_norm.hpp"

Eigen::VectorXd weight_norm(const Eigen::VectorXd& v, double g) { return std::abs(g) * v / v.norm(); }
