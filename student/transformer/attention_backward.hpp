// Generated from the specification of transformer/attention_backward; changes here are not graded.
#ifndef GRADER_EXERCISE_transformer_attention_backward_HPP
#define GRADER_EXERCISE_transformer_attention_backward_HPP

#include "grader.hpp"

#ifndef GRADER_RECORD_AttentionBackwardResult
#define GRADER_RECORD_AttentionBackwardResult
struct AttentionBackwardResult {
  Eigen::MatrixXd dq;  // float[T, K]
  Eigen::MatrixXd dk;  // float[S, K]
  Eigen::MatrixXd dv;  // float[S, E]
};
#endif

// Your solution of transformer/attention.
Eigen::MatrixXd attention(const Eigen::MatrixXd& q, const Eigen::MatrixXd& k,
                          const Eigen::MatrixXd& v,
                          const std::optional<Eigen::MatrixX<bool>>& mask)
    __asm__("grader_function_transformer__attention");

#endif  // GRADER_EXERCISE_transformer_attention_backward_HPP
