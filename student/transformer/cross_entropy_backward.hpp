// Generated from the specification of transformer/cross_entropy_backward; changes here are not graded.
#ifndef GRADER_EXERCISE_transformer_cross_entropy_backward_HPP
#define GRADER_EXERCISE_transformer_cross_entropy_backward_HPP

#include "grader.hpp"

// Your solution of transformer/cross_entropy.
double cross_entropy(const Eigen::MatrixXd& logits, const Eigen::VectorX<std::int64_t>& targets)
    __asm__("grader_function_transformer__cross_entropy");

#endif  // GRADER_EXERCISE_transformer_cross_entropy_backward_HPP
