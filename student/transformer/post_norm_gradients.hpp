// Generated from the specification of transformer/post_norm_gradients; changes here are not graded.
#ifndef GRADER_EXERCISE_transformer_post_norm_gradients_HPP
#define GRADER_EXERCISE_transformer_post_norm_gradients_HPP

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

#ifndef GRADER_RECORD_TransformerWeights
#define GRADER_RECORD_TransformerWeights
struct TransformerWeights {
  Eigen::MatrixXd token;  // float[V, D]
  Eigen::MatrixXd position;  // float[P, D]
  std::vector<BlockWeights> blocks;  // list<BlockWeights>
  Eigen::VectorXd gamma;  // float[D]
  Eigen::VectorXd beta;  // float[D]
  Eigen::MatrixXd w_out;  // float[D, V]
  Eigen::VectorXd b_out;  // float[V]
};
#endif

#ifndef GRADER_RECORD_TransformerGradientsResult
#define GRADER_RECORD_TransformerGradientsResult
struct TransformerGradientsResult {
  double loss{};  // float
  TransformerWeights gradients;  // TransformerWeights
};
#endif

#ifndef GRADER_RECORD_PostNormGradientsResult
#define GRADER_RECORD_PostNormGradientsResult
struct PostNormGradientsResult {
  double loss{};  // float
  TransformerWeights gradients;  // TransformerWeights
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

// Your solution of transformer/cross_entropy.
double cross_entropy(const Eigen::MatrixXd& logits, const Eigen::VectorX<std::int64_t>& targets)
    __asm__("grader_function_transformer__cross_entropy");

// Your solution of transformer/cross_entropy_backward.
Eigen::MatrixXd cross_entropy_backward(const Eigen::MatrixXd& logits,
                                       const Eigen::VectorX<std::int64_t>& targets)
    __asm__("grader_function_transformer__cross_entropy_backward");

// Your solution of residuals/post_norm_block.
Eigen::MatrixXd post_norm_block(const Eigen::MatrixXd& x, const BlockWeights& weights,
                                std::int64_t heads,
                                const std::optional<Eigen::MatrixX<bool>>& mask)
    __asm__("grader_function_residuals__post_norm_block");

// Your solution of transformer/transformer_gradients.
TransformerGradientsResult transformer_gradients(const Eigen::MatrixX<std::int64_t>& tokens,
                                                 const Eigen::MatrixX<std::int64_t>& targets,
                                                 const TransformerWeights& weights,
                                                 std::int64_t heads)
    __asm__("grader_function_transformer__transformer_gradients");

#endif  // GRADER_EXERCISE_transformer_post_norm_gradients_HPP
