// Cosine similarity. What is asked: grader show embeddings/cosine_similarity
//
//   u: float[N]
//   v: float[N]
//   returns float
#include "embeddings/cosine_similarity.hpp"

double cosine_similarity(const Eigen::VectorXd& u, const Eigen::VectorXd& v) {
  grader::todo();  // your solution goes here
}
