#include "transformer/block_backward.hpp"

BlockBackwardResult block_backward(const Eigen::MatrixXd& x, const BlockWeights& weights, std::int64_t heads,
                                   const std::optional<Eigen::MatrixX<bool>>& mask, const Eigen::MatrixXd& dy) {
  const AttentionWeights& a = weights.attention;
  const Eigen::Index size = x.cols() / heads;
  const Eigen::MatrixXd n1 = layer_norm(x, weights.gamma1, weights.beta1, 1e-5);
  const Eigen::MatrixXd q = linear(n1, a.wq, a.bq);
  const Eigen::MatrixXd k = linear(n1, a.wk, a.bk);
  const Eigen::MatrixXd v = linear(n1, a.wv, a.bv);
  Eigen::MatrixXd joined(x.rows(), x.cols());
  for (Eigen::Index c = 0; c < x.cols(); c += size)
    joined.middleCols(c, size) = attention(q.middleCols(c, size), k.middleCols(c, size), v.middleCols(c, size), mask);
  const Eigen::MatrixXd y = x + linear(joined, a.wo, a.bo);
  const Eigen::MatrixXd n2 = layer_norm(y, weights.gamma2, weights.beta2, 1e-5);
  const Eigen::MatrixXd h = linear(n2, weights.w1, weights.b1);
  Eigen::MatrixXd g(h.rows(), h.cols());
  for (Eigen::Index i = 0; i < h.rows(); ++i) g.row(i) = gelu(h.row(i)).transpose();

  const LinearBackwardResult down = linear_backward(g, weights.w2, dy);
  Eigen::MatrixXd dh(h.rows(), h.cols());
  for (Eigen::Index i = 0; i < h.rows(); ++i) dh.row(i) = gelu_backward(h.row(i), down.dx.row(i)).transpose();
  const LinearBackwardResult up = linear_backward(n2, weights.w1, dh);
  const LayerNormBackwardResult norm2 = layer_norm_backward(y, weights.gamma2, 1e-5, up.dx);
  const Eigen::MatrixXd d = dy + norm2.dx;

  const LinearBackwardResult o = linear_backward(joined, a.wo, d);
  Eigen::MatrixXd dq = x;
  Eigen::MatrixXd dk = x;
  Eigen::MatrixXd dv = x;
  for (Eigen::Index c = 0; c < x.cols(); c += size) {
    const AttentionBackwardResult head = attention_backward(
        q.middleCols(c, size), k.middleCols(c, size), v.middleCols(c, size), mask, o.dx.middleCols(c, size));
    dq.middleCols(c, size) = head.dq;
    dk.middleCols(c, size) = head.dk;
    dv.middleCols(c, size) = head.dv;
  }
  const LinearBackwardResult bq = linear_backward(n1, a.wq, dq);
  const LinearBackwardResult bk = linear_backward(n1, a.wk, dk);
  const LinearBackwardResult bv = linear_backward(n1, a.wv, dv);
  const LayerNormBackwardResult norm1 = layer_norm_backward(x, weights.gamma1, 1e-5, bq.dx + bk.dx + bv.dx);
  return {d + norm1.dx,
          {norm1.dgamma, norm1.dbeta, {bq.dw, bk.dw, bv.dw, o.dw, bq.db, bk.db, bv.db, o.db},
           norm2.dgamma, norm2.dbeta, up.dw, up.db, down.dw, down.db}};
}
