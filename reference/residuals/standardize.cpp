// The standard score of statistics, population form: LayerNorm (Ba, Kiros and Hinton, 2016, equation 3)
// without gain, shift and eps.
#include "residuals/standardize.hpp"

Eigen::VectorXd standardize(const Eigen::VectorXd& x) {
  const Eigen::ArrayXd centered = x.array() - x.mean();
  return centered / std::sqrt(centered.square().mean());
}
