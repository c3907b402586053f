// The chain rule through the block of Radford et al., "Language Models are Unsupervised Multitask Learners",
// 2019, section 2.3, part by part and last part first.
#include "transformer/block_backward.hpp"

BlockBackwardResult block_backward(const Eigen::MatrixXd& x, const BlockWeights& weights, std::int64_t heads,
                                   const std::optional<Eigen::MatrixX<bool>>& mask,
                                   const Eigen::MatrixXd& dy) {
  constexpr double kEps = 1e-5;
  const AttentionWeights& a = weights.attention;
  const Eigen::Index size = x.cols() / heads;

  // Forwards, keeping what the way back needs.
  const Eigen::MatrixXd normalized1 = layer_norm(x, weights.gamma1, weights.beta1, kEps);
  const Eigen::MatrixXd q = linear(normalized1, a.wq, a.bq);
  const Eigen::MatrixXd k = linear(normalized1, a.wk, a.bk);
  const Eigen::MatrixXd v = linear(normalized1, a.wv, a.bv);
  Eigen::MatrixXd joined(x.rows(), x.cols());
  for (Eigen::Index from = 0; from < x.cols(); from += size)
    joined.middleCols(from, size) =
        attention(q.middleCols(from, size), k.middleCols(from, size), v.middleCols(from, size), mask);
  const Eigen::MatrixXd attended = x + linear(joined, a.wo, a.bo);
  const Eigen::MatrixXd normalized2 = layer_norm(attended, weights.gamma2, weights.beta2, kEps);
  const Eigen::MatrixXd hidden = linear(normalized2, weights.w1, weights.b1);
  Eigen::MatrixXd activated(hidden.rows(), hidden.cols());
  activated.reshaped() = gelu(hidden.reshaped());

  // Backwards through the feed-forward part: dy reaches `attended` past it as well as through it.
  const LinearBackwardResult second = linear_backward(activated, weights.w2, dy);
  Eigen::MatrixXd dhidden(hidden.rows(), hidden.cols());
  dhidden.reshaped() = gelu_backward(hidden.reshaped(), second.dx.reshaped());
  const LinearBackwardResult first = linear_backward(normalized2, weights.w1, dhidden);
  const LayerNormBackwardResult norm2 = layer_norm_backward(attended, weights.gamma2, kEps, first.dx);
  const Eigen::MatrixXd dattended = dy + norm2.dx;

  // And through the attention part, which hears of x three times: as queries, keys and values.
  const LinearBackwardResult output = linear_backward(joined, a.wo, dattended);
  Eigen::MatrixXd dq(x.rows(), x.cols()), dk(x.rows(), x.cols()), dv(x.rows(), x.cols());
  for (Eigen::Index from = 0; from < x.cols(); from += size) {
    const AttentionBackwardResult head =
        attention_backward(q.middleCols(from, size), k.middleCols(from, size), v.middleCols(from, size), mask,
                           output.dx.middleCols(from, size));
    dq.middleCols(from, size) = head.dq;
    dk.middleCols(from, size) = head.dk;
    dv.middleCols(from, size) = head.dv;
  }
  const LinearBackwardResult query = linear_backward(normalized1, a.wq, dq);
  const LinearBackwardResult key = linear_backward(normalized1, a.wk, dk);
  const LinearBackwardResult value = linear_backward(normalized1, a.wv, dv);
  const LayerNormBackwardResult norm1 =
      layer_norm_backward(x, weights.gamma1, kEps, query.dx + key.dx + value.dx);

  const AttentionWeights attention_gradients{query.dw, key.dw, value.dw, output.dw,
                                             query.db, key.db, value.db, output.db};
  return {dattended + norm1.dx,
          {norm1.dgamma, norm1.dbeta, attention_gradients, norm2.dgamma, norm2.dbeta, first.dw, first.db,
           second.dw, second.db}};
}
