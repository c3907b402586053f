// Generated from the specification of embeddings/nearest_by_angle; changes here are not graded.
#ifndef GRADER_EXERCISE_embeddings_nearest_by_angle_HPP
#define GRADER_EXERCISE_embeddings_nearest_by_angle_HPP

#include "grader.hpp"

// Your solution of embeddings/cosine_similarity.
double cosine_similarity(const Eigen::VectorXd& u, const Eigen::VectorXd& v)
    __asm__("grader_function_embeddings__cosine_similarity");

#endif  // GRADER_EXERCISE_embeddings_nearest_by_angle_HPP
