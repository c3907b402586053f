// verdict: wrong_answer
// fails: worked-example
// Multiplies and adds up, and leaves the lengths in.
#include "embeddings/cosine_similarity.hpp"

double cosine_similarity(const Eigen::VectorXd& u, const Eigen::VectorXd& v) {
  double sum = 0;
  for (Eigen::Index i = 0; i < u.size(); ++i) sum += u(i) * v(i);
  return sum;
}
