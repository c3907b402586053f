#include "residuals/standardize.hpp"

Eigen::VectorXd standardize(const Eigen::VectorXd& x) {
  const Eigen::ArrayXf values = x.cast<float>();
  const float mean = values.mean();
  const float variance = values.square().mean() - mean * mean;
  return ((values - mean) / std::sqrt(variance)).matrix().cast<double>();
}
