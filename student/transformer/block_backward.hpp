// Generated from the specification of transformer/block_backward; changes here are not graded.
#ifndef GRADER_EXERCISE_transformer_block_backward_HPP
#define GRADER_EXERCISE_transformer_block_backward_HPP

#include "grader.hpp"

#ifndef GRADER_RECORD_LayerNormBackwardResult
#define GRADER_RECORD_LayerNormBackwardResult
struct LayerNormBackwardResult {
  Eigen::MatrixXd dx;  // float[B, D]
  Eigen::VectorXd dgamma;  // float[D]
  Eigen::VectorXd dbeta;  // float[D]
};
#endif

#ifndef GRADER_RECORD_LinearBackwardResult
#define GRADER_RECORD_LinearBackwardResult
struct LinearBackwardResult {
  Eigen::MatrixXd dx;  // float[T, I]
  Eigen::MatrixXd dw;  // float[I, O]
  Eigen::VectorXd db;  // float[O]
};
#endif

#ifndef GRADER_RECORD_AttentionBackwardResult
#define GRADER_RECORD_AttentionBackwardResult
struct AttentionBackwardResult {
  Eigen::MatrixXd dq;  // float[T, K]
  Eigen::MatrixXd dk;  // float[S, K]
  Eigen::MatrixXd dv;  // float[S, E]
};
#endif

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

#ifndef GRADER_RECORD_BlockBackwardResult
#define GRADER_RECORD_BlockBackwardResult
struct BlockBackwardResult {
  Eigen::MatrixXd dx;  // float[T, D]
  BlockWeights gradients;  // BlockWeights
};
#endif

// Your solution of layer_norm/layer_norm.
Eigen::MatrixXd layer_norm(const Eigen::MatrixXd& x, const Eigen::VectorXd& gamma,
                           const Eigen::VectorXd& beta, double eps)
    __asm__("grader_function_layer_norm__layer_norm");

// Your solution of layer_norm/layer_norm_backward.
LayerNormBackwardResult layer_norm_backward(const Eigen::MatrixXd& x,
                                            const Eigen::VectorXd& gamma, double eps,
                                            const Eigen::MatrixXd& dy)
    __asm__("grader_function_layer_norm__layer_norm_backward");

// Your solution of transformer/linear.
Eigen::MatrixXd linear(const Eigen::MatrixXd& x, const Eigen::MatrixXd& w,
                       const Eigen::VectorXd& b)
    __asm__("grader_function_transformer__linear");

// Your solution of transformer/linear_backward.
LinearBackwardResult linear_backward(const Eigen::MatrixXd& x, const Eigen::MatrixXd& w,
                                     const Eigen::MatrixXd& dy)
    __asm__("grader_function_transformer__linear_backward");

// Your solution of transformer/gelu.
Eigen::VectorXd gelu(const Eigen::VectorXd& x)
    __asm__("grader_function_transformer__gelu");

// Your solution of transformer/gelu_backward.
Eigen::VectorXd gelu_backward(const Eigen::VectorXd& x, const Eigen::VectorXd& dy)
    __asm__("grader_function_transformer__gelu_backward");

// Your solution of transformer/attention.
Eigen::MatrixXd attention(const Eigen::MatrixXd& q, const Eigen::MatrixXd& k,
                          const Eigen::MatrixXd& v,
                          const std::optional<Eigen::MatrixX<bool>>& mask)
    __asm__("grader_function_transformer__attention");

// Your solution of transformer/attention_backward.
AttentionBackwardResult attention_backward(const Eigen::MatrixXd& q, const Eigen::MatrixXd& k,
                                           const Eigen::MatrixXd& v,
                                           const std::optional<Eigen::MatrixX<bool>>& mask,
                                           const Eigen::MatrixXd& dy)
    __asm__("grader_function_transformer__attention_backward");

// Your solution of transformer/transformer_block.
Eigen::MatrixXd transformer_block(const Eigen::MatrixXd& x, const BlockWeights& weights,
                                  std::int64_t heads,
                                  const std::optional<Eigen::MatrixX<bool>>& mask)
    __asm__("grader_function_transformer__transformer_block");

#endif  // GRADER_EXERCISE_transformer_block_backward_HPP
