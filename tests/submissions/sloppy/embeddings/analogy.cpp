#include "embeddings/analogy.hpp"

Eigen::VectorXd analogy(const Eigen::VectorXd& a, const Eigen::VectorXd& b, const Eigen::VectorXd& c) {
  return a - b + c;
}
