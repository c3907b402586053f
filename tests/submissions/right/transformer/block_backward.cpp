#include "transformer/block_backward.hpp"

// The block is two residual parts of one kind, y = x + part(norm(x)): each function below takes one of them back, adds
// what it learns to the gradients, and returns the gradient of its x.
namespace {

using Eigen::Index;
using Eigen::MatrixXd;
using Eigen::VectorXd;

MatrixXd columns_of(const MatrixXd& x, Index from, Index count) { return x.middleCols(from, count); }

void past_norm(const MatrixXd& x, const VectorXd& gamma, const MatrixXd& dn, VectorXd& dgamma, VectorXd& dbeta,
               MatrixXd& dx) {
  const LayerNormBackwardResult norm = layer_norm_backward(x, gamma, 1e-5, dn);
  dgamma = norm.dgamma;
  dbeta = norm.dbeta;
  dx += norm.dx;
}

MatrixXd feed_forward_back(const MatrixXd& x, const BlockWeights& w, const MatrixXd& dy, BlockWeights& g) {
  const MatrixXd n = layer_norm(x, w.gamma2, w.beta2, 1e-5);
  const MatrixXd hidden = linear(n, w.w1, w.b1);
  MatrixXd active = hidden;
  for (Index j = 0; j < hidden.cols(); j++) active.col(j) = gelu(hidden.col(j));
  const LinearBackwardResult down = linear_backward(active, w.w2, dy);
  MatrixXd dhidden = hidden;
  for (Index j = 0; j < hidden.cols(); j++) dhidden.col(j) = gelu_backward(hidden.col(j), down.dx.col(j));
  const LinearBackwardResult up = linear_backward(n, w.w1, dhidden);
  g.w2 = down.dw;
  g.b2 = down.db;
  g.w1 = up.dw;
  g.b1 = up.db;
  MatrixXd dx = dy;
  past_norm(x, w.gamma2, up.dx, g.gamma2, g.beta2, dx);
  return dx;
}

MatrixXd attention_back(const MatrixXd& x, const MatrixXd& n, const MatrixXd& joined, const BlockWeights& w, int heads,
                        const std::optional<Eigen::MatrixX<bool>>& mask, const MatrixXd& dy, BlockWeights& g) {
  const AttentionWeights& a = w.attention;
  const MatrixXd q = linear(n, a.wq, a.bq);
  const MatrixXd k = linear(n, a.wk, a.bk);
  const MatrixXd v = linear(n, a.wv, a.bv);
  const LinearBackwardResult output = linear_backward(joined, a.wo, dy);
  AttentionBackwardResult all{q, k, v};
  const Index size = x.cols() / heads;
  for (int h = 0; h < heads; h++) {
    const AttentionBackwardResult one =
        attention_backward(columns_of(q, h * size, size), columns_of(k, h * size, size), columns_of(v, h * size, size),
                           mask, columns_of(output.dx, h * size, size));
    all.dq.middleCols(h * size, size) = one.dq;
    all.dk.middleCols(h * size, size) = one.dk;
    all.dv.middleCols(h * size, size) = one.dv;
  }
  MatrixXd dn = MatrixXd::Zero(x.rows(), x.cols());
  const auto learn = [&](const MatrixXd& weight, const MatrixXd& d, MatrixXd& dw, VectorXd& db) {
    const LinearBackwardResult back = linear_backward(n, weight, d);
    dw = back.dw;
    db = back.db;
    dn += back.dx;
  };
  learn(a.wq, all.dq, g.attention.wq, g.attention.bq);
  learn(a.wk, all.dk, g.attention.wk, g.attention.bk);
  learn(a.wv, all.dv, g.attention.wv, g.attention.bv);
  g.attention.wo = output.dw;
  g.attention.bo = output.db;
  MatrixXd dx = dy;
  past_norm(x, w.gamma1, dn, g.gamma1, g.beta1, dx);
  return dx;
}

}  // namespace

BlockBackwardResult block_backward(const MatrixXd& x, const BlockWeights& weights, std::int64_t heads,
                                   const std::optional<Eigen::MatrixX<bool>>& mask, const MatrixXd& dy) {
  const AttentionWeights& a = weights.attention;
  const MatrixXd n = layer_norm(x, weights.gamma1, weights.beta1, 1e-5);
  MatrixXd joined(x.rows(), x.cols());
  const Index size = x.cols() / heads;
  const MatrixXd q = linear(n, a.wq, a.bq);
  const MatrixXd k = linear(n, a.wk, a.bk);
  const MatrixXd v = linear(n, a.wv, a.bv);
  for (Index c = 0; c < x.cols(); c += size)
    joined.middleCols(c, size) = attention(columns_of(q, c, size), columns_of(k, c, size), columns_of(v, c, size), mask);
  const MatrixXd middle = x + linear(joined, a.wo, a.bo);

  BlockBackwardResult result;
  const MatrixXd dmiddle = feed_forward_back(middle, weights, dy, result.gradients);
  result.dx = attention_back(x, n, joined, weights, static_cast<int>(heads), mask, dmiddle, result.gradients);
  return result;
}
