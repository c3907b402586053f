// The standard deviation of a sample.
#include "residuals/standardize.hpp"

Eigen::VectorXd standardize(const Eigen::VectorXd& x) {
  const Eigen::ArrayXd centered = x.array() - x.mean();
  return centered / std::sqrt(centered.square().sum() / static_cast<double>(x.size() - 1));
}
