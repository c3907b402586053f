#include "embeddings/center_embeddings.hpp"

Eigen::MatrixXd center_embeddings(const Eigen::MatrixXd& x) {
  const Eigen::MatrixXf values = x.cast<float>();
  const Eigen::RowVectorXf mean = values.colwise().mean();
  return (values.rowwise() - mean).cast<double>();
}
