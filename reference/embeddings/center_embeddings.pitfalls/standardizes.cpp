// Gives every column the standard deviation 1 too, where it has any.
#include "embeddings/center_embeddings.hpp"

Eigen::MatrixXd center_embeddings(const Eigen::MatrixXd& x) {
  const Eigen::ArrayXXd centred = (x.rowwise() - x.colwise().mean()).array();
  const Eigen::Array<double, 1, Eigen::Dynamic> deviation = centred.square().colwise().mean().sqrt();
  return centred.rowwise() / (deviation > 0).select(deviation, 1);
}
