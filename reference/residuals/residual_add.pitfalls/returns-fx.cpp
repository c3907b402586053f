// A layer without the skip.
#include "residuals/residual_add.hpp"

Eigen::MatrixXd residual_add(const Eigen::MatrixXd& /*x*/, const Eigen::MatrixXd& fx) { return fx; }
