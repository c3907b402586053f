// The slope of GELU at its output.
#include "transformer/block_backward.hpp"

BlockBackwardResult block_backward(const Eigen::MatrixXd& x, const BlockWeights& weights, std::int64_t heads,
                                   const std::optional<Eigen::MatrixX<bool>>& mask,
                                   const Eigen::MatrixXd& dy) {
  const AttentionWeights& a = weights.attention;
  const Eigen::Index size = x.cols() / heads;
  const Eigen::MatrixXd n1 = layer_norm(x, weights.gamma1, weights.beta1, 1e-5);
  const Eigen::MatrixXd q = linear(n1, a.wq, a.bq), k = linear(n1, a.wk, a.bk), v = linear(n1, a.wv, a.bv);
  Eigen::MatrixXd c(x.rows(), x.cols());
  for (Eigen::Index from = 0; from < x.cols(); from += size)
    c.middleCols(from, size) =
        attention(q.middleCols(from, size), k.middleCols(from, size), v.middleCols(from, size), mask);
  const Eigen::MatrixXd r = x + linear(c, a.wo, a.bo);
  const Eigen::MatrixXd n2 = layer_norm(r, weights.gamma2, weights.beta2, 1e-5);
  const Eigen::MatrixXd h = linear(n2, weights.w1, weights.b1);
  const Eigen::MatrixXd g = gelu(h.reshaped()).reshaped(h.rows(), h.cols());

  const LinearBackwardResult second = linear_backward(g, weights.w2, dy);
  const Eigen::MatrixXd dh = gelu_backward(g.reshaped(), second.dx.reshaped()).reshaped(h.rows(), h.cols());
  const LinearBackwardResult first = linear_backward(n2, weights.w1, dh);
  const LayerNormBackwardResult norm2 = layer_norm_backward(r, weights.gamma2, 1e-5, first.dx);
  const Eigen::MatrixXd dr = dy + norm2.dx;

  const LinearBackwardResult out = linear_backward(c, a.wo, dr);
  Eigen::MatrixXd dq(x.rows(), x.cols()), dk = dq, dv = dq;
  for (Eigen::Index from = 0; from < x.cols(); from += size) {
    const AttentionBackwardResult head =
        attention_backward(q.middleCols(from, size), k.middleCols(from, size), v.middleCols(from, size), mask,
                           out.dx.middleCols(from, size));
    dq.middleCols(from, size) = head.dq;
    dk.middleCols(from, size) = head.dk;
    dv.middleCols(from, size) = head.dv;
  }
  const LinearBackwardResult query = linear_backward(n1, a.wq, dq);
  const LinearBackwardResult key = linear_backward(n1, a.wk, dk);
  const LinearBackwardResult value = linear_backward(n1, a.wv, dv);
  const Eigen::MatrixXd dn1 = query.dx + key.dx + value.dx;
  const LayerNormBackwardResult norm1 = layer_norm_backward(x, weights.gamma1, 1e-5, dn1);
  return {dr + norm1.dx,
          {norm1.dgamma,
           norm1.dbeta,
           {query.dw, key.dw, value.dw, out.dw, query.db, key.db, value.db, out.db},
           norm2.dgamma,
           norm2.dbeta,
           first.dw,
           first.db,
           second.dw,
           second.db}};
}
