// Generated from the specification of transformer/generate_text; changes here are not graded.
#ifndef GRADER_EXERCISE_transformer_generate_text_HPP
#define GRADER_EXERCISE_transformer_generate_text_HPP

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

// Your solution of transformer/transformer.
Eigen::Tensor<double, 3, Eigen::RowMajor> transformer(const Eigen::MatrixX<std::int64_t>& tokens,
                                                      const TransformerWeights& weights,
                                                      std::int64_t heads)
    __asm__("grader_function_transformer__transformer");

#endif  // GRADER_EXERCISE_transformer_generate_text_HPP
