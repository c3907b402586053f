// verdict: wrong_answer
// fails: worked-example
// Statistics over the batch.
#include "normalization/rms_norm.hpp"

Eigen::MatrixXd rms_norm(const Eigen::MatrixXd& x, double eps) {
  const Eigen::RowVectorXd mean_square = x.array().square().colwise().mean();
  const Eigen::RowVectorXd scale = (mean_square.array() + eps).sqrt();
  return x.array().rowwise() / scale.array();
}
