// Generated from the specification of transformer/norm_comparison; changes here are not graded.
#ifndef GRADER_EXERCISE_transformer_norm_comparison_HPP
#define GRADER_EXERCISE_transformer_norm_comparison_HPP

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

#ifndef GRADER_RECORD_Config
#define GRADER_RECORD_Config
struct Config {
  std::int64_t layers{};  // int
  std::int64_t heads{};  // int
  std::int64_t d_model{};  // int
  std::int64_t d_ff{};  // int
  std::int64_t max_len{};  // int
  std::int64_t steps{};  // int
  std::int64_t batch{};  // int
  std::int64_t log_every{};  // int
  double learning_rate{};  // float
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

#ifndef GRADER_RECORD_AdamStepResult
#define GRADER_RECORD_AdamStepResult
struct AdamStepResult {
  Eigen::VectorXd w;  // float[N]
  Eigen::VectorXd m;  // float[N]
  Eigen::VectorXd v;  // float[N]
};
#endif

#ifndef GRADER_RECORD_NormComparisonResult
#define GRADER_RECORD_NormComparisonResult
struct NormComparisonResult {
  Eigen::VectorXd pre;  // float[_]
  Eigen::VectorXd post;  // float[_]
  TransformerWeights pre_weights;  // TransformerWeights
  TransformerWeights post_weights;  // TransformerWeights
};
#endif

// Your solution of transformer/build_vocabulary.
std::string build_vocabulary(const std::string& text)
    __asm__("grader_function_transformer__build_vocabulary");

// Your solution of transformer/encode_text.
Eigen::VectorX<std::int64_t> encode_text(const std::string& text, const std::string& vocabulary)
    __asm__("grader_function_transformer__encode_text");

// Your solution of transformer/corpus_loss.
double corpus_loss(const std::string& corpus, const TransformerWeights& weights,
                   const Config& config)
    __asm__("grader_function_transformer__corpus_loss");

// Your solution of transformer/transformer_gradients.
TransformerGradientsResult transformer_gradients(const Eigen::MatrixX<std::int64_t>& tokens,
                                                 const Eigen::MatrixX<std::int64_t>& targets,
                                                 const TransformerWeights& weights,
                                                 std::int64_t heads)
    __asm__("grader_function_transformer__transformer_gradients");

// Your solution of transformer/post_norm_gradients.
PostNormGradientsResult post_norm_gradients(const Eigen::MatrixX<std::int64_t>& tokens,
                                            const Eigen::MatrixX<std::int64_t>& targets,
                                            const TransformerWeights& weights, std::int64_t heads)
    __asm__("grader_function_transformer__post_norm_gradients");

// Your solution of transformer/adam_step.
AdamStepResult adam_step(const Eigen::VectorXd& w, const Eigen::VectorXd& g,
                         const Eigen::VectorXd& m, const Eigen::VectorXd& v, std::int64_t t,
                         double learning_rate, double beta1, double beta2, double eps)
    __asm__("grader_function_transformer__adam_step");

#endif  // GRADER_EXERCISE_transformer_norm_comparison_HPP
