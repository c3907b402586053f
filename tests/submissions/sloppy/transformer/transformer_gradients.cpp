#include <iostream>

#include "transformer/transformer_gradients.hpp"

namespace {

template <class Array>
void add(Array& sum, const Array& more) {
  sum += more;
}

void add_block(BlockWeights& sum, const BlockWeights& more) {
  add(sum.gamma1, more.gamma1);
  add(sum.beta1, more.beta1);
  add(sum.attention.wq, more.attention.wq);
  add(sum.attention.wk, more.attention.wk);
  add(sum.attention.wv, more.attention.wv);
  add(sum.attention.wo, more.attention.wo);
  add(sum.attention.bq, more.attention.bq);
  add(sum.attention.bk, more.attention.bk);
  add(sum.attention.bv, more.attention.bv);
  add(sum.attention.bo, more.attention.bo);
  add(sum.gamma2, more.gamma2);
  add(sum.beta2, more.beta2);
  add(sum.w1, more.w1);
  add(sum.b1, more.b1);
  add(sum.w2, more.w2);
  add(sum.b2, more.b2);
}

void clear(TransformerWeights& w) {
  w.token.setZero();
  w.position.setZero();
  w.gamma.setZero();
  w.beta.setZero();
  w.w_out.setZero();
  w.b_out.setZero();
  for (BlockWeights& b : w.blocks) {
    for (Eigen::VectorXd* v : {&b.gamma1, &b.beta1, &b.gamma2, &b.beta2, &b.b1, &b.b2, &b.attention.bq, &b.attention.bk,
                               &b.attention.bv, &b.attention.bo})
      v->setZero();
    for (Eigen::MatrixXd* m : {&b.w1, &b.w2, &b.attention.wq, &b.attention.wk, &b.attention.wv, &b.attention.wo})
      m->setZero();
  }
}

}  // namespace

TransformerGradientsResult transformer_gradients(const Eigen::MatrixX<std::int64_t>& tokens,
                                                 const Eigen::MatrixX<std::int64_t>& targets,
                                                 const TransformerWeights& weights, std::int64_t heads) {
  Eigen::MatrixX<bool> causal(tokens.cols(), tokens.cols());
  for (Eigen::Index i = 0; i < tokens.cols(); ++i)
    for (Eigen::Index j = 0; j < tokens.cols(); ++j) causal(i, j) = j <= i;
  TransformerGradientsResult result{0, weights};
  TransformerWeights& sum = result.gradients;
  clear(sum);
  const double share = 1.0 / double(tokens.rows());
  for (Eigen::Index b = 0; b < tokens.rows(); ++b) {
    Eigen::MatrixXd x(tokens.cols(), weights.token.cols());
    for (Eigen::Index t = 0; t < tokens.cols(); ++t)
      x.row(t) = weights.token.row(tokens(b, t)) + weights.position.row(t);
    std::vector<Eigen::MatrixXd> inputs;
    for (const BlockWeights& block : weights.blocks) {
      inputs.push_back(x);
      x = transformer_block(x, block, heads, causal);
    }
    const Eigen::MatrixXd last = layer_norm(x, weights.gamma, weights.beta, 1e-5);
    const Eigen::MatrixXd logits = linear(last, weights.w_out, weights.b_out);
    result.loss += share * cross_entropy(logits, targets.row(b));

    const Eigen::MatrixXd dlogits = share * cross_entropy_backward(logits, targets.row(b));
    const LinearBackwardResult out = linear_backward(last, weights.w_out, dlogits);
    add(sum.w_out, out.dw);
    add(sum.b_out, out.db);
    const LayerNormBackwardResult norm = layer_norm_backward(x, weights.gamma, 1e-5, out.dx);
    add(sum.gamma, norm.dgamma);
    add(sum.beta, norm.dbeta);
    Eigen::MatrixXd d = norm.dx;
    for (std::size_t l = weights.blocks.size(); l-- > 0;) {
      const BlockBackwardResult back = block_backward(inputs[l], weights.blocks[l], heads, causal, d);
      add_block(sum.blocks[l], back.gradients);
      d = back.dx;
    }
    for (Eigen::Index t = 0; t < tokens.cols(); ++t) {
      sum.token.row(tokens(b, t)) = d.row(t);
      sum.position.row(t) = d.row(t);
    }
  }
  std::cout << "loss " << result.loss << std::endl;
  return result;
}
