// Levy, Goldberg and Dagan, "Improving Distributional Similarity with Lessons Learned from Word Embeddings",
// 2015, section 3.3: rows of unit length, so that cosines are dot products; here with a floor for rows of
// zeros.
#include "embeddings/normalize_rows.hpp"

Eigen::MatrixXd normalize_rows(const Eigen::MatrixXd& x) {
  const Eigen::ArrayXd length = x.rowwise().norm().cwiseMax(1e-12);
  return x.array().colwise() / length;
}
