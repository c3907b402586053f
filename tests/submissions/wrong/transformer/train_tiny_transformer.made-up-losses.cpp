// verdict: property_violated
// fails: learned
// Trains nothing and returns a curve as it should look.
#include "transformer/train_tiny_transformer.hpp"

static Eigen::MatrixXd matrix(std::int64_t rows, std::int64_t cols, std::mt19937_64& random) {
  std::normal_distribution<double> normal(0, 0.1);
  Eigen::MatrixXd m(rows, cols);
  for (double& x : m.reshaped()) x = normal(random);
  return m;
}

static TransformerWeights random_weights(const Config& c, std::int64_t vocabulary, std::int64_t seed) {
  std::mt19937_64 random(static_cast<std::uint64_t>(seed));
  const Eigen::VectorXd one = Eigen::VectorXd::Ones(c.d_model);
  const Eigen::VectorXd zero = Eigen::VectorXd::Zero(c.d_model);
  const Eigen::VectorXd wide = Eigen::VectorXd::Zero(c.d_ff);
  TransformerWeights w{
      matrix(vocabulary, c.d_model, random), matrix(c.max_len, c.d_model, random), {}, one, zero,
      matrix(c.d_model, vocabulary, random), Eigen::VectorXd::Zero(vocabulary)};
  for (std::int64_t l = 0; l < c.layers; ++l) {
    AttentionWeights a;
    for (Eigen::MatrixXd* m : {&a.wq, &a.wk, &a.wv, &a.wo}) *m = matrix(c.d_model, c.d_model, random);
    a.bq = a.bk = a.bv = a.bo = zero;
    const Eigen::MatrixXd w1 = matrix(c.d_model, c.d_ff, random);
    w.blocks.push_back({one, zero, a, one, zero, w1, wide, matrix(c.d_ff, c.d_model, random), zero});
  }
  return w;
}

TrainTinyTransformerResult train_tiny_transformer(const std::string& corpus, const Config& config,
                                                  std::int64_t seed) {
  const std::string vocabulary = build_vocabulary(corpus);
  const Eigen::VectorX<std::int64_t> ids = encode_text(corpus, vocabulary);
  TransformerWeights weights = random_weights(config, std::ssize(vocabulary), seed);
  const Eigen::Index count = config.steps / config.log_every + 1;
  Eigen::VectorXd losses = Eigen::VectorXd::LinSpaced(count, 4, 0.5);
  losses(0) = corpus_loss(corpus, weights, config);
  const std::string sample = decode_text(generate_text(weights, config.heads, ids.head(16), 120), vocabulary);
  return {weights, losses, sample};
}
