// The correlation of the numbers of u with those of v.
#include "embeddings/cosine_similarity.hpp"

double cosine_similarity(const Eigen::VectorXd& u, const Eigen::VectorXd& v) {
  const Eigen::VectorXd a = u.array() - u.mean();
  const Eigen::VectorXd b = v.array() - v.mean();
  return a.dot(b) / (a.norm() * b.norm());
}
