#include "embeddings/alibi_bias.hpp"

Eigen::MatrixXd alibi_bias(std::int64_t n, double slope) {
  Eigen::MatrixXd bias = Eigen::MatrixXd::Zero(n, n);
  for (int back = 1; back < n; ++back) bias.diagonal(-back).setConstant(back * slope);
  return bias;
}
