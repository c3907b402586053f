// verdict: wrong_answer
// fails: worked-example
// Centres each embedding on its own.
#include "embeddings/center_embeddings.hpp"

Eigen::MatrixXd center_embeddings(const Eigen::MatrixXd& x) {
  Eigen::MatrixXd y(x.rows(), x.cols());
  for (Eigen::Index i = 0; i < x.rows(); ++i) y.row(i) = x.row(i).array() - x.row(i).mean();
  return y;
}
