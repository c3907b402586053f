// Analogy by arithmetic. What is asked: grader show embeddings/analogy
//
//   a: float[D]
//   b: float[D]
//   c: float[D]
//   returns float[D]
#include "embeddings/analogy.hpp"

Eigen::VectorXd analogy(const Eigen::VectorXd& a, const Eigen::VectorXd& b,
                        const Eigen::VectorXd& c) {
  grader::todo();  // your solution goes here
}
