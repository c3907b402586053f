// Salton, Wong and Yang, "A Vector Space Model for Automatic Indexing", 1975: vectors are similar where the
// angle between them is small.
#include "embeddings/cosine_similarity.hpp"

double cosine_similarity(const Eigen::VectorXd& u, const Eigen::VectorXd& v) {
  return u.dot(v) / (u.norm() * v.norm());
}
