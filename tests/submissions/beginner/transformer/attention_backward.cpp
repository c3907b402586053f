// Attention, backwards. What is asked: grader show transformer/attention_backward
//
//   q: float[T, K]
//   k: float[S, K]
//   v: float[S, E]
//   mask: optional<bool[T, S]>
//   dy: float[T, E]
//   returns AttentionBackwardResult with
//     dq: float[T, K]
//     dk: float[S, K]
//     dv: float[S, E]
#include "transformer/attention_backward.hpp"

AttentionBackwardResult attention_backward(const Eigen::MatrixXd& q, const Eigen::MatrixXd& k,
                                           const Eigen::MatrixXd& v,
                                           const std::optional<Eigen::MatrixX<bool>>& mask,
                                           const Eigen::MatrixXd& dy) {
  grader::todo();  // your solution goes here
}
