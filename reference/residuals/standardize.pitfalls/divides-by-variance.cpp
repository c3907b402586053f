// No root.
#include "residuals/standardize.hpp"

Eigen::VectorXd standardize(const Eigen::VectorXd& x) {
  const Eigen::ArrayXd centered = x.array() - x.mean();
  return centered / centered.square().mean();
}
