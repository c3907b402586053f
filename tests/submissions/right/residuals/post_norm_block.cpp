#include "residuals/post_norm_block.hpp"

// Everything but attention, token by token.
Eigen::MatrixXd post_norm_block(Eigen::MatrixXd x, BlockWeights weights, std::int64_t heads,
                                std::optional<Eigen::MatrixX<bool>> mask) {
  auto add_and_norm = [](auto row, Eigen::RowVectorXd more, const Eigen::VectorXd& gamma,
                         const Eigen::VectorXd& beta) {
    Eigen::RowVectorXd sum = row + more;
    sum.array() -= sum.mean();
    sum /= std::sqrt(sum.squaredNorm() / sum.size() + 1e-5);
    row = sum.cwiseProduct(gamma.transpose()) + beta.transpose();
  };
  const Eigen::MatrixXd fetched = multi_head_attention(x, weights.attention, heads, mask);
  for (Eigen::Index t = 0; t < x.rows(); t++) {
    add_and_norm(x.row(t), fetched.row(t), weights.gamma1, weights.beta1);
    add_and_norm(x.row(t), feed_forward(x.row(t), weights.w1, weights.b1, weights.w2, weights.b2), weights.gamma2,
                 weights.beta2);
  }
  return x;
}
