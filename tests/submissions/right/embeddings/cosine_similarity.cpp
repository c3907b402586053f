#include "embeddings/cosine_similarity.hpp"

double cosine_similarity(const Eigen::VectorXd& u, const Eigen::VectorXd& v) {
  double products = 0, u_squares = 0, v_squares = 0;
  for (Eigen::Index i = 0; i < u.size(); i++) {
    products += u[i] * v[i];
    u_squares += u[i] * u[i];
    v_squares += v[i] * v[i];
  }
  return products / std::sqrt(u_squares) / std::sqrt(v_squares);
}
