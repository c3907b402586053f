#include "transformer/post_norm_gradients.hpp"

using Eigen::MatrixXd;

// One sequence: adds its part of the mean to everything in `sum`.
static void add_sequence(const Eigen::VectorX<std::int64_t>& tokens, const Eigen::VectorX<std::int64_t>& targets,
                         const TransformerWeights& weights, std::int64_t heads, double share,
                         PostNormGradientsResult& sum) {
  const double eps = 1e-5;
  const Eigen::Index T = tokens.size(), D = weights.token.cols(), K = D / heads;
  Eigen::MatrixX<bool> mask(T, T);
  for (Eigen::Index i = 0; i < T; ++i)
    for (Eigen::Index j = 0; j < T; ++j) mask(i, j) = j <= i;

  std::vector<MatrixXd> inputs;
  MatrixXd x(T, D);
  for (Eigen::Index t = 0; t < T; ++t) x.row(t) = weights.token.row(tokens(t)) + weights.position.row(t);
  for (const BlockWeights& block : weights.blocks) {
    inputs.push_back(x);
    x = post_norm_block(x, block, heads, mask);
  }
  MatrixXd last = layer_norm(x, weights.gamma, weights.beta, eps);
  MatrixXd logits = linear(last, weights.w_out, weights.b_out);
  sum.loss += share * cross_entropy(logits, targets);

  TransformerWeights& g = sum.gradients;
  MatrixXd dlogits = share * cross_entropy_backward(logits, targets);
  LinearBackwardResult out = linear_backward(last, weights.w_out, dlogits);
  g.w_out += out.dw;
  g.b_out += out.db;
  LayerNormBackwardResult final_norm = layer_norm_backward(x, weights.gamma, eps, out.dx);
  g.gamma += final_norm.dgamma;
  g.beta += final_norm.dbeta;
  MatrixXd dx = final_norm.dx;

  for (std::size_t l = weights.blocks.size(); l > 0; --l) {
    const BlockWeights& w = weights.blocks[l - 1];
    const AttentionWeights& a = w.attention;
    const MatrixXd& in = inputs[l - 1];
    BlockWeights& into = g.blocks[l - 1];

    MatrixXd q = linear(in, a.wq, a.bq), k = linear(in, a.wk, a.bk), v = linear(in, a.wv, a.bv);
    MatrixXd joined(T, D);
    for (Eigen::Index h = 0; h < heads; ++h)
      joined.middleCols(h * K, K) =
          attention(q.middleCols(h * K, K), k.middleCols(h * K, K), v.middleCols(h * K, K), mask);
    MatrixXd sum1 = in + linear(joined, a.wo, a.bo);
    MatrixXd h1 = layer_norm(sum1, w.gamma1, w.beta1, eps);
    MatrixXd hidden = linear(h1, w.w1, w.b1);
    MatrixXd active(T, hidden.cols());
    for (Eigen::Index t = 0; t < T; ++t) active.row(t) = gelu(hidden.row(t));
    MatrixXd sum2 = h1 + linear(active, w.w2, w.b2);

    LayerNormBackwardResult n2 = layer_norm_backward(sum2, w.gamma2, eps, dx);
    into.gamma2 += n2.dgamma;
    into.beta2 += n2.dbeta;
    LinearBackwardResult down = linear_backward(active, w.w2, n2.dx);
    into.w2 += down.dw;
    into.b2 += down.db;
    MatrixXd dhidden(T, hidden.cols());
    for (Eigen::Index t = 0; t < T; ++t) dhidden.row(t) = gelu_backward(hidden.row(t), down.dx.row(t));
    LinearBackwardResult up = linear_backward(h1, w.w1, dhidden);
    into.w1 += up.dw;
    into.b1 += up.db;

    LayerNormBackwardResult n1 = layer_norm_backward(sum1, w.gamma1, eps, n2.dx + up.dx);
    into.gamma1 += n1.dgamma;
    into.beta1 += n1.dbeta;
    LinearBackwardResult o = linear_backward(joined, a.wo, n1.dx);
    into.attention.wo += o.dw;
    into.attention.bo += o.db;
    MatrixXd dq(T, D), dk(T, D), dv(T, D);
    for (Eigen::Index h = 0; h < heads; ++h) {
      AttentionBackwardResult head =
          attention_backward(q.middleCols(h * K, K), k.middleCols(h * K, K), v.middleCols(h * K, K), mask,
                             o.dx.middleCols(h * K, K));
      dq.middleCols(h * K, K) = head.dq;
      dk.middleCols(h * K, K) = head.dk;
      dv.middleCols(h * K, K) = head.dv;
    }
    LinearBackwardResult bq = linear_backward(in, a.wq, dq);
    LinearBackwardResult bk = linear_backward(in, a.wk, dk);
    LinearBackwardResult bv = linear_backward(in, a.wv, dv);
    into.attention.wq += bq.dw;
    into.attention.wk += bk.dw;
    into.attention.wv += bv.dw;
    into.attention.bq += bq.db;
    into.attention.bk += bk.db;
    into.attention.bv += bv.db;
    dx = n1.dx + bq.dx + bk.dx + bv.dx;
  }
  for (Eigen::Index t = 0; t < T; ++t) {
    g.token.row(tokens(t)) += dx.row(t);
    g.position.row(t) += dx.row(t);
  }
}

PostNormGradientsResult post_norm_gradients(const Eigen::MatrixX<std::int64_t>& tokens,
                                            const Eigen::MatrixX<std::int64_t>& targets,
                                            const TransformerWeights& weights, std::int64_t heads) {
  PostNormGradientsResult result{0, weights};
  TransformerWeights& g = result.gradients;
  for (Eigen::MatrixXd* m : {&g.token, &g.position, &g.w_out}) m->setZero();
  for (Eigen::VectorXd* v : {&g.gamma, &g.beta, &g.b_out}) v->setZero();
  for (BlockWeights& b : g.blocks) {
    AttentionWeights& a = b.attention;
    for (Eigen::MatrixXd* m : {&a.wq, &a.wk, &a.wv, &a.wo, &b.w1, &b.w2}) m->setZero();
    for (Eigen::VectorXd* v : {&a.bq, &a.bk, &a.bv, &a.bo, &b.b1, &b.b2}) v->setZero();
    for (Eigen::VectorXd* v : {&b.gamma1, &b.beta1, &b.gamma2, &b.beta2}) v->setZero();
  }
  for (Eigen::Index i = 0; i < tokens.rows(); ++i)
    add_sequence(tokens.row(i), targets.row(i), weights, heads, 1.0 / static_cast<double>(tokens.rows()), result);
  return result;
}
