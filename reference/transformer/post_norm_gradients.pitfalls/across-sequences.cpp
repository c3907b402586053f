#include "transformer/post_norm_gradients.hpp"

namespace {

constexpr double kEps = 1e-5;
using Mask = Eigen::MatrixX<bool>;

struct Block {
  Eigen::MatrixXd dx;
  BlockWeights gradients;
};

Block backwards(const Eigen::MatrixXd& x, const BlockWeights& weights, std::int64_t heads, const Mask& mask,
                const Eigen::MatrixXd& dy) {
  const AttentionWeights& a = weights.attention;
  const Eigen::Index size = x.cols() / heads;

  const Eigen::MatrixXd q = linear(x, a.wq, a.bq);
  const Eigen::MatrixXd k = linear(x, a.wk, a.bk);
  const Eigen::MatrixXd v = linear(x, a.wv, a.bv);
  Eigen::MatrixXd joined(x.rows(), x.cols());
  for (Eigen::Index from = 0; from < x.cols(); from += size)
    joined.middleCols(from, size) =
        attention(q.middleCols(from, size), k.middleCols(from, size), v.middleCols(from, size), mask);
  const Eigen::MatrixXd attended = x + linear(joined, a.wo, a.bo);
  const Eigen::MatrixXd middle = layer_norm(attended, weights.gamma1, weights.beta1, kEps);
  const Eigen::MatrixXd hidden = linear(middle, weights.w1, weights.b1);
  Eigen::MatrixXd activated(hidden.rows(), hidden.cols());
  activated.reshaped() = gelu(hidden.reshaped());
  const Eigen::MatrixXd fed = middle + linear(activated, weights.w2, weights.b2);

  const LayerNormBackwardResult norm2 = layer_norm_backward(fed, weights.gamma2, kEps, dy);
  const LinearBackwardResult second = linear_backward(activated, weights.w2, norm2.dx);
  Eigen::MatrixXd dhidden(hidden.rows(), hidden.cols());
  dhidden.reshaped() = gelu_backward(hidden.reshaped(), second.dx.reshaped());
  const LinearBackwardResult first = linear_backward(middle, weights.w1, dhidden);
  const LayerNormBackwardResult norm1 =
      layer_norm_backward(attended, weights.gamma1, kEps, norm2.dx + first.dx);
  const LinearBackwardResult output = linear_backward(joined, a.wo, norm1.dx);
  Eigen::MatrixXd dq(x.rows(), x.cols()), dk(x.rows(), x.cols()), dv(x.rows(), x.cols());
  for (Eigen::Index from = 0; from < x.cols(); from += size) {
    const AttentionBackwardResult head =
        attention_backward(q.middleCols(from, size), k.middleCols(from, size), v.middleCols(from, size), mask,
                           output.dx.middleCols(from, size));
    dq.middleCols(from, size) = head.dq;
    dk.middleCols(from, size) = head.dk;
    dv.middleCols(from, size) = head.dv;
  }
  const LinearBackwardResult query = linear_backward(x, a.wq, dq);
  const LinearBackwardResult key = linear_backward(x, a.wk, dk);
  const LinearBackwardResult value = linear_backward(x, a.wv, dv);

  const AttentionWeights attention_gradients{query.dw, key.dw, value.dw, output.dw,
                                             query.db, key.db, value.db, output.db};
  return {norm1.dx + query.dx + key.dx + value.dx,
          {norm1.dgamma, norm1.dbeta, attention_gradients, norm2.dgamma, norm2.dbeta, first.dw, first.db,
           second.dw, second.db}};
}

}  // namespace

PostNormGradientsResult post_norm_gradients(const Eigen::MatrixX<std::int64_t>& tokens,
                                            const Eigen::MatrixX<std::int64_t>& targets,
                                            const TransformerWeights& weights, std::int64_t heads) {
  const Eigen::Index length = tokens.cols();
  const Eigen::VectorX<std::int64_t> ids = tokens.transpose().reshaped();
  const Eigen::VectorX<std::int64_t> wanted = targets.transpose().reshaped();
  const Mask mask =
      Mask::NullaryExpr(ids.size(), ids.size(), [](Eigen::Index i, Eigen::Index j) { return j <= i; });

  std::vector<Eigen::MatrixXd> stream = {weights.token(ids, Eigen::all) +
                                         weights.position.topRows(length).replicate(tokens.rows(), 1)};
  for (const BlockWeights& block : weights.blocks)
    stream.push_back(post_norm_block(stream.back(), block, heads, mask));
  const Eigen::MatrixXd normalized = layer_norm(stream.back(), weights.gamma, weights.beta, kEps);
  const Eigen::MatrixXd logits = linear(normalized, weights.w_out, weights.b_out);

  PostNormGradientsResult result{cross_entropy(logits, wanted), weights};
  TransformerWeights& gradients = result.gradients;
  const LinearBackwardResult output =
      linear_backward(normalized, weights.w_out, cross_entropy_backward(logits, wanted));
  const LayerNormBackwardResult norm = layer_norm_backward(stream.back(), weights.gamma, kEps, output.dx);
  gradients.w_out = output.dw;
  gradients.b_out = output.db;
  gradients.gamma = norm.dgamma;
  gradients.beta = norm.dbeta;
  Eigen::MatrixXd dx = norm.dx;
  for (std::size_t l = weights.blocks.size(); l-- > 0;) {
    const Block block = backwards(stream[l], weights.blocks[l], heads, mask, dx);
    gradients.blocks[l] = block.gradients;
    dx = block.dx;
  }
  gradients.token.setZero();
  gradients.position.setZero();
  for (Eigen::Index i = 0; i < ids.size(); ++i) {
    gradients.token.row(ids(i)) += dx.row(i);
    gradients.position.row(i % length) += dx.row(i);
  }
  return result;
}
