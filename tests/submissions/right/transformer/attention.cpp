#include "transformer/attention.hpp"

// One query at a time; keys that are masked are never looked at.
Eigen::MatrixXd attention(const Eigen::MatrixXd& q, const Eigen::MatrixXd& k, const Eigen::MatrixXd& v,
                          const std::optional<Eigen::MatrixX<bool>>& mask) {
  const double root = std::sqrt(double(q.cols()));
  Eigen::MatrixXd y = Eigen::MatrixXd::Zero(q.rows(), v.cols());
  for (Eigen::Index i = 0; i < q.rows(); ++i) {
    std::vector<std::pair<Eigen::Index, double>> scores;
    for (Eigen::Index j = 0; j < k.rows(); ++j)
      if (!mask || (*mask)(i, j)) scores.emplace_back(j, q.row(i).dot(k.row(j)) / root);
    double largest = scores.at(0).second;
    for (const auto& [j, score] : scores) largest = std::max(largest, score);
    double total = 0;
    for (auto& [j, score] : scores) total += score = std::exp(score - largest);
    for (const auto& [j, weight] : scores) y.row(i) += weight / total * v.row(j);
  }
  return y;
}
