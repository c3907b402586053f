// A character-level model after Radford et al., "Language Models are Unsupervised Multitask Learners", 2019,
// trained with Adam (Kingma and Ba, 2015) on windows that are drawn from the text.
#include "transformer/train_tiny_transformer.hpp"

namespace {

using Ids = Eigen::VectorX<std::int64_t>;
using Parameters = std::vector<Eigen::Map<Eigen::VectorXd>>;

/// Matrices are random, normalizations change nothing at first, biases are 0.
TransformerWeights initial_weights(const Config& config, Eigen::Index vocabulary, std::mt19937_64& random) {
  std::normal_distribution<double> normal(0, 0.1);
  const auto matrix = [&](Eigen::Index rows, Eigen::Index cols) -> Eigen::MatrixXd {
    return Eigen::MatrixXd::NullaryExpr(rows, cols, [&] { return normal(random); });
  };
  const Eigen::Index d = config.d_model;
  const Eigen::Index f = config.d_ff;
  const Eigen::VectorXd one = Eigen::VectorXd::Ones(d);
  const Eigen::VectorXd zero = Eigen::VectorXd::Zero(d);
  TransformerWeights weights{matrix(vocabulary, d), matrix(config.max_len, d),        {}, one, zero,
                             matrix(d, vocabulary), Eigen::VectorXd::Zero(vocabulary)};
  for (std::int64_t layer = 0; layer < config.layers; ++layer) {
    const AttentionWeights attention{matrix(d, d), matrix(d, d), matrix(d, d), matrix(d, d),
                                     zero,         zero,         zero,         zero};
    weights.blocks.push_back(
        {one, zero, attention, one, zero, matrix(d, f), Eigen::VectorXd::Zero(f), matrix(f, d), zero});
  }
  return weights;
}

/// Every array of the weights as a vector that shares its memory. Of weights and gradients they come in the
/// same order, so that Adam need not know what belongs to what.
Parameters parameters(TransformerWeights& weights) {
  Parameters all;
  const auto add = [&](auto&... arrays) { (all.emplace_back(arrays.data(), arrays.size()), ...); };
  add(weights.token, weights.position, weights.gamma, weights.beta, weights.w_out, weights.b_out);
  for (BlockWeights& block : weights.blocks) {
    AttentionWeights& attention = block.attention;
    add(attention.wq, attention.wk, attention.wv, attention.wo);
    add(attention.bq, attention.bk, attention.bv, attention.bo);
    add(block.gamma1, block.beta1, block.gamma2, block.beta2, block.w1, block.b1, block.w2, block.b2);
  }
  return all;
}

struct Batch {
  Eigen::MatrixX<std::int64_t> tokens;
  Eigen::MatrixX<std::int64_t> targets;
};

/// Windows that begin anywhere, so that the model does not learn by heart what stands at which position.
Batch random_batch(const Ids& ids, const Config& config, std::mt19937_64& random) {
  Batch batch{{config.batch, config.max_len}, {config.batch, config.max_len}};
  const auto starts = static_cast<std::uint64_t>(ids.size() - config.max_len);
  for (Eigen::Index row = 0; row < config.batch; ++row) {
    const auto start = static_cast<Eigen::Index>(random() % starts);
    batch.tokens.row(row) = ids.segment(start, config.max_len);
    batch.targets.row(row) = ids.segment(start + 1, config.max_len);
  }
  return batch;
}

}  // namespace

TrainTinyTransformerResult train_tiny_transformer(const std::string& corpus, const Config& config,
                                                  std::int64_t seed) {
  const std::string vocabulary = build_vocabulary(corpus);
  const Ids ids = encode_text(corpus, vocabulary);
  std::mt19937_64 random(static_cast<std::uint64_t>(seed));

  TransformerWeights weights = initial_weights(config, std::ssize(vocabulary), random);
  Parameters w = parameters(weights);
  std::vector<Eigen::VectorXd> mean;
  for (const auto& array : w) mean.push_back(Eigen::VectorXd::Zero(array.size()));
  std::vector<Eigen::VectorXd> square = mean;

  std::vector<double> losses = {corpus_loss(corpus, weights, config)};
  for (std::int64_t step = 1; step <= config.steps; ++step) {
    const Batch batch = random_batch(ids, config, random);
    TransformerGradientsResult result =
        transformer_gradients(batch.tokens, batch.targets, weights, config.heads);
    const Parameters g = parameters(result.gradients);
    for (std::size_t i = 0; i < w.size(); ++i) {
      AdamStepResult moved =
          adam_step(w[i], g[i], mean[i], square[i], step, config.learning_rate, 0.9, 0.999, 1e-8);
      w[i] = moved.w;
      mean[i] = std::move(moved.m);
      square[i] = std::move(moved.v);
    }
    if (step % config.log_every == 0) losses.push_back(corpus_loss(corpus, weights, config));
  }

  const std::string sample = decode_text(generate_text(weights, config.heads, ids.head(16), 120), vocabulary);
  return {weights, Eigen::VectorXd::Map(losses.data(), std::ssize(losses)), sample};
}
