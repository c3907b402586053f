// Generated from the specification of embeddings/pca_2d; changes here are not graded.
#ifndef GRADER_EXERCISE_embeddings_pca_2d_HPP
#define GRADER_EXERCISE_embeddings_pca_2d_HPP

#include "grader.hpp"

#ifndef GRADER_RECORD_Pca2dResult
#define GRADER_RECORD_Pca2dResult
struct Pca2dResult {
  Eigen::MatrixXd projected;  // float[N, 2]
  Eigen::VectorXd singular_values;  // float[min(N, D)]
};
#endif

#endif  // GRADER_EXERCISE_embeddings_pca_2d_HPP
