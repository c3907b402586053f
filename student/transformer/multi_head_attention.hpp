// Generated from the specification of transformer/multi_head_attention; changes here are not graded.
#ifndef GRADER_EXERCISE_transformer_multi_head_attention_HPP
#define GRADER_EXERCISE_transformer_multi_head_attention_HPP

#include "grader.hpp"

#ifndef GRADER_RECORD_AttentionWeights
#define GRADER_RECORD_AttentionWeights
struct AttentionWeights {
  Eigen::MatrixXd wq;  // float[D, D]
  Eigen::MatrixXd wk;  // float[D, D]
  Eigen::MatrixXd wv;  // float[D, D]
  Eigen::MatrixXd wo;  // float[D, D]
  Eigen::VectorXd bq;  // float[D]
  Eigen::VectorXd bk;  // float[D]
  Eigen::VectorXd bv;  // float[D]
  Eigen::VectorXd bo;  // float[D]
};
#endif

// Your solution of transformer/linear.
Eigen::MatrixXd linear(const Eigen::MatrixXd& x, const Eigen::MatrixXd& w,
                       const Eigen::VectorXd& b)
    __asm__("grader_function_transformer__linear");

// Your solution of transformer/attention.
Eigen::MatrixXd attention(const Eigen::MatrixXd& q, const Eigen::MatrixXd& k,
                          const Eigen::MatrixXd& v,
                          const std::optional<Eigen::MatrixX<bool>>& mask)
    __asm__("grader_function_transformer__attention");

#endif  // GRADER_EXERCISE_transformer_multi_head_attention_HPP
