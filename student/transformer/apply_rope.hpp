// Generated from the specification of transformer/apply_rope; changes here are not graded.
#ifndef GRADER_EXERCISE_transformer_apply_rope_HPP
#define GRADER_EXERCISE_transformer_apply_rope_HPP

#include "grader.hpp"

// Your solution of embeddings/rope_rotate.
Eigen::VectorXd rope_rotate(const Eigen::VectorXd& x, std::int64_t position, double base)
    __asm__("grader_function_embeddings__rope_rotate");

#endif  // GRADER_EXERCISE_transformer_apply_rope_HPP
