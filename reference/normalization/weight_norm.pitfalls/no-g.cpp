// Leaves the learned scale out.
#include "normalization/weight_norm.hpp"

Eigen::VectorXd weight_norm(const Eigen::VectorXd& v, double /*g*/) { return v / v.norm(); }
