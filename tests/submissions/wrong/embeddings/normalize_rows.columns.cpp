// verdict: wrong_answer
// fails: worked-example
// Takes the columns for the vectors.
#include "embeddings/normalize_rows.hpp"

Eigen::MatrixXd normalize_rows(const Eigen::MatrixXd& x) {
  Eigen::MatrixXd y = x;
  for (Eigen::Index d = 0; d < x.cols(); ++d) y.col(d) /= std::max(x.col(d).norm(), 1e-12);
  return y;
}
