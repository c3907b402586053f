// The angle instead of its cosine.
#include "embeddings/cosine_similarity.hpp"

double cosine_similarity(const Eigen::VectorXd& u, const Eigen::VectorXd& v) {
  return std::acos(std::clamp(u.dot(v) / (u.norm() * v.norm()), -1.0, 1.0));
}
