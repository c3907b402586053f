// Mikolov, Yih and Zweig, "Linguistic Regularities in Continuous Space Word Representations", 2013,
// section 4.
#include "embeddings/analogy.hpp"

Eigen::VectorXd analogy(const Eigen::VectorXd& a, const Eigen::VectorXd& b, const Eigen::VectorXd& c) {
  return c - a + b;
}
