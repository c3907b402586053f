// verdict: wrong_answer
// fails: one-feature
// Flattens the hidden numbers, and puts them back in another order.
#include "transformer/feed_forward.hpp"

Eigen::MatrixXd feed_forward(const Eigen::MatrixXd& x, const Eigen::MatrixXd& w1, const Eigen::VectorXd& b1,
                             const Eigen::MatrixXd& w2, const Eigen::VectorXd& b2) {
  Eigen::MatrixXd hidden = linear(x, w1, b1);
  const Eigen::VectorXd flat = Eigen::Map<const Eigen::VectorXd>(hidden.data(), hidden.size());
  const Eigen::VectorXd activated = gelu(flat);
  for (Eigen::Index t = 0; t < hidden.rows(); ++t)
    for (Eigen::Index j = 0; j < hidden.cols(); ++j) hidden(t, j) = activated[t * hidden.cols() + j];
  return linear(hidden, w2, b2);
}
