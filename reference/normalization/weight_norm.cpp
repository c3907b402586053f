// Salimans and Kingma, "Weight Normalization: A Simple Reparameterization to Accelerate Training of Deep
// Neural Networks", 2016, equation 2.
#include "normalization/weight_norm.hpp"

Eigen::VectorXd weight_norm(const Eigen::VectorXd& v, double g) { return g / v.norm() * v; }
