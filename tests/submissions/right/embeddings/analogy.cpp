#include "embeddings/analogy.hpp"

Eigen::VectorXd analogy(Eigen::VectorXd a, const Eigen::VectorXd& b, Eigen::VectorXd c) {
  for (Eigen::Index d = 0; d < c.size(); ++d) {
    const double step = b(d) - a(d);
    c(d) += step;
  }
  return c;
}
