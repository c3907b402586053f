// From 0 to 1.
#include "residuals/standardize.hpp"

Eigen::VectorXd standardize(const Eigen::VectorXd& x) {
  return (x.array() - x.minCoeff()) / (x.maxCoeff() - x.minCoeff());
}
