// ReLU.
#include "transformer/gelu.hpp"

Eigen::VectorXd gelu(const Eigen::VectorXd& x) { return x.cwiseMax(0); }
