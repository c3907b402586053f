// Attention. What is asked: grader show transformer/attention
//
//   q: float[T, K]
//   k: float[S, K]
//   v: float[S, E]
//   mask: optional<bool[T, S]>
//   returns float[T, E]
#include "transformer/attention.hpp"

Eigen::MatrixXd attention(const Eigen::MatrixXd& q, const Eigen::MatrixXd& k,
                          const Eigen::MatrixXd& v,
                          const std::optional<Eigen::MatrixX<bool>>& mask) {
  grader::todo();  // your solution goes here
}
