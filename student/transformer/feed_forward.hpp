// Generated from the specification of transformer/feed_forward; changes here are not graded.
#ifndef GRADER_EXERCISE_transformer_feed_forward_HPP
#define GRADER_EXERCISE_transformer_feed_forward_HPP

#include "grader.hpp"

// Your solution of transformer/linear.
Eigen::MatrixXd linear(const Eigen::MatrixXd& x, const Eigen::MatrixXd& w,
                       const Eigen::VectorXd& b)
    __asm__("grader_function_transformer__linear");

// Your solution of transformer/gelu.
Eigen::VectorXd gelu(const Eigen::VectorXd& x)
    __asm__("grader_function_transformer__gelu");

#endif  // GRADER_EXERCISE_transformer_feed_forward_HPP
