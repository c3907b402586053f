// verdict: property_violated
// fails: same-start
// Gives the second model a start of its own.
#include "transformer/norm_comparison.hpp"

using Eigen::MatrixXd, Eigen::VectorXd;
using std::size_t;

// Calls visit(a, b) for every array of a and its counterpart in b.
template <class Weights, class Other, class Visit>
void both(Weights& a, Other& b, Visit visit) {
  visit(a.token, b.token);
  visit(a.position, b.position);
  for (size_t l = 0; l < a.blocks.size(); ++l) {
    auto& p = a.blocks[l];
    auto& q = b.blocks[l];
    visit(p.gamma1, q.gamma1);
    visit(p.beta1, q.beta1);
    visit(p.attention.wq, q.attention.wq);
    visit(p.attention.wk, q.attention.wk);
    visit(p.attention.wv, q.attention.wv);
    visit(p.attention.wo, q.attention.wo);
    visit(p.attention.bq, q.attention.bq);
    visit(p.attention.bk, q.attention.bk);
    visit(p.attention.bv, q.attention.bv);
    visit(p.attention.bo, q.attention.bo);
    visit(p.gamma2, q.gamma2);
    visit(p.beta2, q.beta2);
    visit(p.w1, q.w1);
    visit(p.b1, q.b1);
    visit(p.w2, q.w2);
    visit(p.b2, q.b2);
  }
  visit(a.gamma, b.gamma);
  visit(a.beta, b.beta);
  visit(a.w_out, b.w_out);
  visit(a.b_out, b.b_out);
}

// All numbers of the weights behind each other.
static VectorXd flat(const TransformerWeights& weights) {
  std::vector<double> all;
  both(weights, weights, [&](const auto& array, const auto&) {
    all.insert(all.end(), array.data(), array.data() + array.size());
  });
  return Eigen::Map<VectorXd>(all.data(), static_cast<Eigen::Index>(all.size()));
}

static void unflatten(const VectorXd& all, TransformerWeights& weights) {
  const double* next = all.data();
  both(weights, weights, [&](auto& array, auto&) {
    std::copy(next, next + array.size(), array.data());
    next += array.size();
  });
}

struct Training {
  std::mt19937_64 random;
  std::normal_distribution<double> normal{0, 0.15};

  MatrixXd matrix(std::int64_t rows, std::int64_t cols) {
    MatrixXd m(rows, cols);
    for (std::int64_t i = 0; i < rows; ++i)
      for (std::int64_t j = 0; j < cols; ++j) m(i, j) = normal(random);
    return m;
  }

  TransformerWeights start(const Config& c, std::int64_t vocabulary) {
    TransformerWeights w;
    w.token = matrix(vocabulary, c.d_model);
    w.position = matrix(c.max_len, c.d_model);
    w.gamma = VectorXd::Ones(c.d_model);
    w.beta = VectorXd::Zero(c.d_model);
    w.w_out = matrix(c.d_model, vocabulary);
    w.b_out = VectorXd::Zero(vocabulary);
    w.blocks.resize(static_cast<size_t>(c.layers));
    for (BlockWeights& b : w.blocks) {
      b.gamma1 = b.gamma2 = VectorXd::Ones(c.d_model);
      b.beta1 = b.beta2 = b.b2 = VectorXd::Zero(c.d_model);
      for (MatrixXd* m : {&b.attention.wq, &b.attention.wk, &b.attention.wv, &b.attention.wo})
        *m = matrix(c.d_model, c.d_model);
      for (VectorXd* v : {&b.attention.bq, &b.attention.bk, &b.attention.bv, &b.attention.bo})
        *v = VectorXd::Zero(c.d_model);
      b.w1 = matrix(c.d_model, c.d_ff);
      b.b1 = VectorXd::Zero(c.d_ff);
      b.w2 = matrix(c.d_ff, c.d_model);
    }
    return w;
  }
};

struct Run {
  std::vector<double> losses;
  TransformerWeights weights;
};

static Run run(const Eigen::VectorX<std::int64_t>& ids, const std::string& corpus, const Config& config,
               std::int64_t vocabulary, std::int64_t seed, bool pre) {
  Training training{std::mt19937_64(static_cast<std::uint64_t>(seed))};
  Run run;
  run.weights = training.start(config, vocabulary);
  VectorXd w = flat(run.weights);
  VectorXd m = VectorXd::Zero(w.size());
  VectorXd v = m;

  // The mean over windows of equal length is the mean of their means.
  auto loss = [&] {
    if (pre) return corpus_loss(corpus, run.weights, config);
    double total = 0;
    int windows = 0;
    for (std::int64_t at = 0; at + config.max_len < ids.size(); at += config.max_len, ++windows) {
      Eigen::MatrixX<std::int64_t> x = ids.segment(at, config.max_len).transpose();
      Eigen::MatrixX<std::int64_t> y = ids.segment(at + 1, config.max_len).transpose();
      total += post_norm_gradients(x, y, run.weights, config.heads).loss;
    }
    return total / windows;
  };

  run.losses.push_back(loss());
  for (std::int64_t t = 1; t <= config.steps; ++t) {
    Eigen::MatrixX<std::int64_t> x(config.batch, config.max_len), y = x;
    for (std::int64_t b = 0; b < config.batch; ++b) {
      std::int64_t at = static_cast<std::int64_t>(training.random() >> 1) % (ids.size() - config.max_len);
      for (std::int64_t i = 0; i < config.max_len; ++i) {
        x(b, i) = ids(at + i);
        y(b, i) = ids(at + i + 1);
      }
    }
    VectorXd g = pre ? flat(transformer_gradients(x, y, run.weights, config.heads).gradients)
                     : flat(post_norm_gradients(x, y, run.weights, config.heads).gradients);
    AdamStepResult moved = adam_step(w, g, m, v, t, config.learning_rate, 0.9, 0.999, 1e-8);
    w = moved.w;
    m = moved.m;
    v = moved.v;
    unflatten(w, run.weights);
    if (t % config.log_every == 0) run.losses.push_back(loss());
  }
  return run;
}

static VectorXd vector(const std::vector<double>& values) {
  VectorXd v(static_cast<Eigen::Index>(values.size()));
  for (size_t i = 0; i < values.size(); ++i) v(static_cast<Eigen::Index>(i)) = values[i];
  return v;
}

NormComparisonResult norm_comparison(std::string corpus, Config config, std::int64_t seed) {
  std::string vocabulary = build_vocabulary(corpus);
  auto ids = encode_text(corpus, vocabulary);
  auto size = static_cast<std::int64_t>(vocabulary.size());
  Run pre = run(ids, corpus, config, size, seed, true);
  Run post = run(ids, corpus, config, size, seed + 1, false);
  return {vector(pre.losses), vector(post.losses), pre.weights, post.weights};
}
