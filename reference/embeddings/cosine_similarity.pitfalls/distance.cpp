// One minus the cosine.
#include "embeddings/cosine_similarity.hpp"

double cosine_similarity(const Eigen::VectorXd& u, const Eigen::VectorXd& v) {
  return 1 - u.dot(v) / (u.norm() * v.norm());
}
