// A picture of an embedding space. What is asked: grader show embeddings/pca_2d
//
//   x: float[N, D]
//   returns Pca2dResult with
//     projected: float[N, 2]
//     singular_values: float[min(N, D)]
#include "embeddings/pca_2d.hpp"

Pca2dResult pca_2d(const Eigen::MatrixXd& x) {
  grader::todo();  // your solution goes here
}
