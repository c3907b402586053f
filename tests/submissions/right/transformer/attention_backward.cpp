#include "transformer/attention_backward.hpp"

// Query by query, with the full Jacobian of its softmax, diag(p) - p pT.
AttentionBackwardResult attention_backward(const Eigen::MatrixXd& q, const Eigen::MatrixXd& k,
                                           const Eigen::MatrixXd& v, std::optional<Eigen::MatrixX<bool>> mask,
                                           const Eigen::MatrixXd& dy) {
  const Eigen::Index queries = q.rows(), keys = k.rows();
  const double root = std::sqrt((double)k.cols());
  AttentionBackwardResult result{Eigen::MatrixXd::Zero(queries, k.cols()),
                                 Eigen::MatrixXd::Zero(keys, k.cols()),
                                 Eigen::MatrixXd::Zero(keys, v.cols())};
  for (Eigen::Index i = 0; i < queries; i++) {
    std::vector<Eigen::Index> heard;
    for (Eigen::Index j = 0; j < keys; j++)
      if (!mask.has_value() || (*mask)(i, j)) heard.push_back(j);
    const Eigen::Index n = static_cast<Eigen::Index>(heard.size());
    Eigen::VectorXd p(n), dp(n);
    for (Eigen::Index j = 0; j < n; j++) {
      p(j) = q.row(i).dot(k.row(heard[j])) / root;
      dp(j) = dy.row(i).dot(v.row(heard[j]));
    }
    p = (p.array() - p.maxCoeff()).exp();
    p /= p.sum();
    const Eigen::MatrixXd jacobian = Eigen::MatrixXd(p.asDiagonal()) - p * p.transpose();
    const Eigen::VectorXd ds = jacobian * dp / root;
    for (Eigen::Index j = 0; j < n; j++) {
      result.dv.row(heard[j]) += p(j) * dy.row(i);
      result.dq.row(i) += ds(j) * k.row(heard[j]);
      result.dk.row(heard[j]) += ds(j) * q.row(i);
    }
  }
  return result;
}
