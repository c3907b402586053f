// He, Zhang, Ren and Sun, "Deep Residual Learning for Image Recognition", 2015, equation 1.
#include "residuals/residual_add.hpp"

Eigen::MatrixXd residual_add(const Eigen::MatrixXd& x, const Eigen::MatrixXd& fx) { return x + fx; }
