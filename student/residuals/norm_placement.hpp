// Generated from the specification of residuals/norm_placement; changes here are not graded.
#ifndef GRADER_EXERCISE_residuals_norm_placement_HPP
#define GRADER_EXERCISE_residuals_norm_placement_HPP

#include "grader.hpp"

// Your solution of residuals/pre_norm.
Eigen::MatrixXd pre_norm(const Eigen::MatrixXd& x, const Eigen::MatrixXd& w,
                         const Eigen::VectorXd& gamma, const Eigen::VectorXd& beta, double eps)
    __asm__("grader_function_residuals__pre_norm");

// Your solution of residuals/post_norm.
Eigen::MatrixXd post_norm(const Eigen::MatrixXd& x, const Eigen::MatrixXd& w,
                          const Eigen::VectorXd& gamma, const Eigen::VectorXd& beta, double eps)
    __asm__("grader_function_residuals__post_norm");

#endif  // GRADER_EXERCISE_residuals_norm_placement_HPP
