#include "embeddings/cosine_similarity.hpp"

double cosine_similarity(const Eigen::VectorXd& u, const Eigen::VectorXd& v) {
  float dot = 0;
  float uu = 0;
  float vv = 0;
  for (Eigen::Index i = 0; i < u.size(); ++i) {
    dot += float(u[i] * v[i]);
    uu += float(u[i] * u[i]);
    vv += float(v[i] * v[i]);
  }
  return dot / std::sqrt(uu * vv);
}
