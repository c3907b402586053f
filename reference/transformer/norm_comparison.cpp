// The two places of the norm that Xiong et al., "On Layer Normalization in the Transformer Architecture",
// 2020, compare, trained alike.
#include "transformer/norm_comparison.hpp"

namespace {

using Ids = Eigen::VectorX<std::int64_t>;
using Parameters = std::vector<Eigen::Map<Eigen::VectorXd>>;

/// Matrices are random, normalizations change nothing at first, biases are 0.
TransformerWeights initial_weights(const Config& config, Eigen::Index vocabulary, std::mt19937_64& random) {
  std::normal_distribution<double> normal(0, 0.2);
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

/// The whole text in windows that follow each other.
Batch all_windows(const Ids& ids, const Config& config) {
  const Eigen::Index windows = (ids.size() - 1) / config.max_len;
  const Eigen::Index used = windows * config.max_len;
  return {ids.head(used).reshaped(config.max_len, windows).transpose(),
          ids.segment(1, used).reshaped(config.max_len, windows).transpose()};
}

struct Trained {
  TransformerWeights weights;
  std::vector<double> losses;
};

/// `gradients_of` decides where the norms are. Nothing else differs, not even what is random.
template <class GradientsOf>
Trained train(const Ids& ids, Eigen::Index vocabulary, const Config& config, std::int64_t seed,
              const GradientsOf& gradients_of) {
  std::mt19937_64 random(static_cast<std::uint64_t>(seed));
  Trained trained{initial_weights(config, vocabulary, random), {}};
  Parameters w = parameters(trained.weights);
  std::vector<Eigen::VectorXd> mean;
  for (const auto& array : w) mean.push_back(Eigen::VectorXd::Zero(array.size()));
  std::vector<Eigen::VectorXd> square = mean;

  const Batch all = all_windows(ids, config);
  for (std::int64_t step = 0; step <= config.steps; ++step) {
    if (step % config.log_every == 0)
      trained.losses.push_back(gradients_of(all.tokens, all.targets, trained.weights, config.heads).loss);
    if (step == config.steps) break;
    const Batch batch = random_batch(ids, config, random);
    auto result = gradients_of(batch.tokens, batch.targets, trained.weights, config.heads);
    const Parameters g = parameters(result.gradients);
    for (std::size_t i = 0; i < w.size(); ++i) {
      AdamStepResult moved =
          adam_step(w[i], g[i], mean[i], square[i], step + 1, config.learning_rate, 0.9, 0.999, 1e-8);
      w[i] = moved.w;
      mean[i] = std::move(moved.m);
      square[i] = std::move(moved.v);
    }
  }
  return trained;
}

}  // namespace

NormComparisonResult norm_comparison(const std::string& corpus, const Config& config, std::int64_t seed) {
  const std::string vocabulary = build_vocabulary(corpus);
  const Ids ids = encode_text(corpus, vocabulary);
  const Trained pre = train(ids, std::ssize(vocabulary), config, seed, transformer_gradients);
  const Trained post = train(ids, std::ssize(vocabulary), config, seed, post_norm_gradients);
  return {Eigen::VectorXd::Map(pre.losses.data(), std::ssize(pre.losses)),
          Eigen::VectorXd::Map(post.losses.data(), std::ssize(post.losses)), pre.weights, post.weights};
}
