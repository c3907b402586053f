// Rows of unit length. What is asked: grader show embeddings/normalize_rows
//
//   x: float[N, D]
//   returns float[N, D]
#include "embeddings/normalize_rows.hpp"

Eigen::MatrixXd normalize_rows(const Eigen::MatrixXd& x) {
  grader::todo();  // your solution goes here
}
