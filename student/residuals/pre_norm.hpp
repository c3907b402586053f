// Generated from the specification of residuals/pre_norm; changes here are not graded.
#ifndef GRADER_EXERCISE_residuals_pre_norm_HPP
#define GRADER_EXERCISE_residuals_pre_norm_HPP

#include "grader.hpp"

// Your solution of layer_norm/layer_norm.
Eigen::MatrixXd layer_norm(const Eigen::MatrixXd& x, const Eigen::VectorXd& gamma,
                           const Eigen::VectorXd& beta, double eps)
    __asm__("grader_function_layer_norm__layer_norm");

#endif  // GRADER_EXERCISE_residuals_pre_norm_HPP
