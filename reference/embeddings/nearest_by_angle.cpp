// Mikolov, Chen, Corrado and Dean, "Efficient Estimation of Word Representations in Vector Space", 2013,
// section 4: the word whose vector is the most similar by cosine.
#include "embeddings/nearest_by_angle.hpp"

std::int64_t nearest_by_angle(const Eigen::VectorXd& query, const Eigen::MatrixXd& table) {
  Eigen::VectorXd similarities(table.rows());
  for (Eigen::Index i = 0; i < table.rows(); ++i)
    similarities(i) = cosine_similarity(query, table.row(i).transpose());
  Eigen::Index nearest = 0;
  similarities.maxCoeff(&nearest);
  return nearest;
}
