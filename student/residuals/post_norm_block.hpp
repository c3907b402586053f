// Generated from the specification of residuals/post_norm_block; changes here are not graded.
#ifndef GRADER_EXERCISE_residuals_post_norm_block_HPP
#define GRADER_EXERCISE_residuals_post_norm_block_HPP

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

#ifndef GRADER_RECORD_BlockWeights
#define GRADER_RECORD_BlockWeights
struct BlockWeights {
  Eigen::VectorXd gamma1;  // float[D]
  Eigen::VectorXd beta1;  // float[D]
  AttentionWeights attention;  // AttentionWeights
  Eigen::VectorXd gamma2;  // float[D]
  Eigen::VectorXd beta2;  // float[D]
  Eigen::MatrixXd w1;  // float[D, F]
  Eigen::VectorXd b1;  // float[F]
  Eigen::MatrixXd w2;  // float[F, D]
  Eigen::VectorXd b2;  // float[D]
};
#endif

// Your solution of layer_norm/layer_norm.
Eigen::MatrixXd layer_norm(const Eigen::MatrixXd& x, const Eigen::VectorXd& gamma,
                           const Eigen::VectorXd& beta, double eps)
    __asm__("grader_function_layer_norm__layer_norm");

// Your solution of transformer/multi_head_attention.
Eigen::MatrixXd multi_head_attention(const Eigen::MatrixXd& x, const AttentionWeights& weights,
                                     std::int64_t heads,
                                     const std::optional<Eigen::MatrixX<bool>>& mask)
    __asm__("grader_function_transformer__multi_head_attention");

// Your solution of transformer/feed_forward.
Eigen::MatrixXd feed_forward(const Eigen::MatrixXd& x, const Eigen::MatrixXd& w1,
                             const Eigen::VectorXd& b1, const Eigen::MatrixXd& w2,
                             const Eigen::VectorXd& b2)
    __asm__("grader_function_transformer__feed_forward");

#endif  // GRADER_EXERCISE_residuals_post_norm_block_HPP
