// verdict: wrong_answer
// fails: worked-example
// The offset has the wrong sign.
#include "embeddings/analogy.hpp"

Eigen::VectorXd analogy(const Eigen::VectorXd& a, const Eigen::VectorXd& b, const Eigen::VectorXd& c) {
  const Eigen::VectorXd offset = a - b;
  return c + offset;
}
