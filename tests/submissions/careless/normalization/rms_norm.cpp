#include "normalization/rms_norm.hpp"

// One number at a time: Eigen's own square root of several floats differs in the last digit from one kind of
// processor to another.
static float root(float square) { return std::sqrt(square); }

Eigen::MatrixXd rms_norm(const Eigen::MatrixXd& x, double eps) {
  const Eigen::MatrixXf values = x.cast<float>();
  const Eigen::ArrayXf squares = values.rowwise().squaredNorm().array() / float(x.cols()) + float(eps);
  const Eigen::ArrayXXf y = values.array().colwise() / squares.unaryExpr(&root);
  return y.matrix().cast<double>();
}
