#include "transformer/train_tiny_transformer.hpp"

// Without the earlier solutions but for the text's: one network that computes a whole batch at once, all sequences
// below each other, and keeps what it needs on the way back.
namespace {

using Eigen::ArrayXd, Eigen::ArrayXXd, Eigen::Index, Eigen::MatrixXd, Eigen::VectorXd;
using Ids = Eigen::VectorX<std::int64_t>;

struct Norm {
  ArrayXXd normal;
  ArrayXd size;

  MatrixXd forward(const MatrixXd& x, const VectorXd& gamma, const VectorXd& beta) {
    normal = x.array().colwise() - x.array().rowwise().mean();
    size = (normal.square().rowwise().mean() + 1e-5).sqrt();
    normal.colwise() /= size;
    MatrixXd y = normal.matrix() * gamma.asDiagonal();
    y.rowwise() += beta.transpose();
    return y;
  }

  MatrixXd backward(const MatrixXd& dy, const VectorXd& gamma, VectorXd& dgamma, VectorXd& dbeta) const {
    dgamma = (dy.array() * normal).colwise().sum().transpose();
    dbeta = dy.colwise().sum();
    ArrayXXd h = (dy * gamma.asDiagonal()).array();
    const ArrayXd along = (h * normal).rowwise().mean();
    h.colwise() -= ArrayXd(h.rowwise().mean());
    h -= normal.colwise() * along;
    return h.colwise() / size;
  }
};

struct Affine {
  MatrixXd x;

  MatrixXd forward(const MatrixXd& input, const MatrixXd& w, const VectorXd& b) {
    x = input;
    MatrixXd y = input * w;
    y.rowwise() += b.transpose();
    return y;
  }

  MatrixXd backward(const MatrixXd& dy, const MatrixXd& w, MatrixXd& dw, VectorXd& db) const {
    dw.noalias() = x.transpose() * dy;
    db = dy.colwise().sum();
    return dy * w.transpose();
  }
};

struct Layer {
  Norm norm1, norm2;
  Affine to_q, to_k, to_v, to_o, up, down;
  MatrixXd q, k, v, hidden;
  std::vector<MatrixXd> attention;  // of every sequence and head

  MatrixXd forward(const MatrixXd& x, const BlockWeights& w, Index heads, Index length) {
    const AttentionWeights& a = w.attention;
    const MatrixXd n = norm1.forward(x, w.gamma1, w.beta1);
    q = to_q.forward(n, a.wq, a.bq);
    k = to_k.forward(n, a.wk, a.bk);
    v = to_v.forward(n, a.wv, a.bv);
    MatrixXd joined(x.rows(), x.cols());
    attention.clear();
    const Index size = x.cols() / heads;
    for (Index row = 0; row < x.rows(); row += length)
      for (Index col = 0; col < x.cols(); col += size) {
        MatrixXd p = q.block(row, col, length, size) * k.block(row, col, length, size).transpose();
        for (Index i = 0; i < length; ++i) {
          auto seen = p.row(i).head(i + 1).array();
          seen = ((seen - seen.maxCoeff()) / std::sqrt(double(size))).exp();
          seen /= seen.sum();
          p.row(i).tail(length - i - 1).setZero();
        }
        joined.block(row, col, length, size) = p * v.block(row, col, length, size);
        attention.push_back(p);
      }
    const MatrixXd middle = x + to_o.forward(joined, a.wo, a.bo);
    hidden = up.forward(norm2.forward(middle, w.gamma2, w.beta2), w.w1, w.b1);
    const MatrixXd active =
        hidden.unaryExpr([](double z) { return 0.5 * z * std::erfc(-z * std::numbers::sqrt2 / 2); });
    return middle + down.forward(active, w.w2, w.b2);
  }

  MatrixXd backward(MatrixXd dy, const BlockWeights& w, Index heads, Index length, BlockWeights& g) const {
    const AttentionWeights& a = w.attention;
    MatrixXd dhidden = down.backward(dy, w.w2, g.w2, g.b2);
    dhidden.array() *= hidden.array().unaryExpr([](double z) {
      const double density = std::exp(-z * z / 2) / std::sqrt(2 * std::numbers::pi);
      return 0.5 * std::erfc(-z * std::numbers::sqrt2 / 2) + z * density;
    });
    dy += norm2.backward(up.backward(dhidden, w.w1, g.w1, g.b1), w.gamma2, g.gamma2, g.beta2);

    const MatrixXd djoined = to_o.backward(dy, a.wo, g.attention.wo, g.attention.bo);
    MatrixXd dq(dy.rows(), dy.cols()), dk = dq, dv = dq;
    const Index size = dy.cols() / heads;
    auto p = attention.begin();
    for (Index row = 0; row < dy.rows(); row += length)
      for (Index col = 0; col < dy.cols(); col += size, ++p) {
        const auto d = djoined.block(row, col, length, size);
        dv.block(row, col, length, size) = p->transpose() * d;
        MatrixXd ds = d * v.block(row, col, length, size).transpose();
        const VectorXd mean = ds.cwiseProduct(*p).rowwise().sum();
        ds = (ds.colwise() - mean).cwiseProduct(*p) / std::sqrt(double(size));
        dq.block(row, col, length, size) = ds * k.block(row, col, length, size);
        dk.block(row, col, length, size) = ds.transpose() * q.block(row, col, length, size);
      }
    MatrixXd dn = to_q.backward(dq, a.wq, g.attention.wq, g.attention.bq);
    dn += to_k.backward(dk, a.wk, g.attention.wk, g.attention.bk);
    dn += to_v.backward(dv, a.wv, g.attention.wv, g.attention.bv);
    return dy + norm1.backward(dn, w.gamma1, g.gamma1, g.beta1);
  }
};

struct Network {
  TransformerWeights w, g;
  Index heads, length;
  std::vector<Layer> layers;
  Norm norm;
  Affine output;

  // The logits of sequences of `length` ids, one behind the other.
  MatrixXd forward(const Ids& ids) {
    MatrixXd x(ids.size(), w.token.cols());
    for (Index i = 0; i < ids.size(); ++i) x.row(i) = w.token.row(ids(i)) + w.position.row(i % length);
    layers.resize(w.blocks.size());
    for (std::size_t l = 0; l < layers.size(); ++l) x = layers[l].forward(x, w.blocks[l], heads, length);
    return output.forward(norm.forward(x, w.gamma, w.beta), w.w_out, w.b_out);
  }

  double loss(const Ids& ids, const Ids& targets) {
    const MatrixXd z = forward(ids);
    double total = 0;
    for (Index i = 0; i < z.rows(); ++i) {
      const double most = z.row(i).maxCoeff();
      total += most + std::log((z.row(i).array() - most).exp().sum()) - z(i, targets(i));
    }
    return total / double(z.rows());
  }

  void learn_from(const Ids& ids, const Ids& targets) {
    MatrixXd d = forward(ids);
    for (Index i = 0; i < d.rows(); ++i) {
      d.row(i) = (d.row(i).array() - d.row(i).maxCoeff()).exp();
      d.row(i) /= d.row(i).sum();
      d(i, targets(i)) -= 1;
    }
    d /= double(d.rows());
    g.blocks.resize(w.blocks.size());
    d = norm.backward(output.backward(d, w.w_out, g.w_out, g.b_out), w.gamma, g.gamma, g.beta);
    for (std::size_t l = layers.size(); l-- > 0;)
      d = layers[l].backward(d, w.blocks[l], heads, length, g.blocks[l]);
    g.token = MatrixXd::Zero(w.token.rows(), w.token.cols());
    g.position = MatrixXd::Zero(w.position.rows(), w.position.cols());
    for (Index i = 0; i < d.rows(); ++i) {
      g.token.row(ids(i)) += d.row(i);
      g.position.row(i % length) += d.row(i);
    }
  }
};

// Every array, in one order for weights and gradients.
template <class Visit>
void each(TransformerWeights& w, Visit visit) {
  for (MatrixXd* m : {&w.token, &w.position, &w.w_out}) visit(*m);
  for (VectorXd* v : {&w.gamma, &w.beta, &w.b_out}) visit(*v);
  for (BlockWeights& b : w.blocks) {
    AttentionWeights& a = b.attention;
    for (MatrixXd* m : {&a.wq, &a.wk, &a.wv, &a.wo, &b.w1, &b.w2}) visit(*m);
    for (VectorXd* v : {&a.bq, &a.bk, &a.bv, &a.bo, &b.b1, &b.b2}) visit(*v);
    for (VectorXd* v : {&b.gamma1, &b.beta1, &b.gamma2, &b.beta2}) visit(*v);
  }
}

TransformerWeights start(const Config& c, Index vocabulary, std::mt19937_64& random) {
  TransformerWeights w;
  w.token.resize(vocabulary, c.d_model);
  w.position.resize(c.max_len, c.d_model);
  w.w_out.resize(c.d_model, vocabulary);
  w.b_out.resize(vocabulary);
  w.gamma = w.beta = VectorXd(c.d_model);
  BlockWeights b;
  AttentionWeights& a = b.attention;
  a.wq = a.wk = a.wv = a.wo = MatrixXd(c.d_model, c.d_model);
  a.bq = a.bk = a.bv = a.bo = b.b2 = b.gamma1 = b.beta1 = b.gamma2 = b.beta2 = w.gamma;
  b.w1.resize(c.d_model, c.d_ff);
  b.b1.resize(c.d_ff);
  b.w2.resize(c.d_ff, c.d_model);
  w.blocks.assign(static_cast<std::size_t>(c.layers), b);

  std::normal_distribution<double> normal(0, 0.08);
  each(w, [&](auto& array) {
    const bool is_matrix = std::decay_t<decltype(array)>::ColsAtCompileTime != 1;
    for (double& value : array.reshaped()) value = is_matrix ? normal(random) : 0;
  });
  w.gamma.setOnes();
  for (BlockWeights& block : w.blocks) {
    block.gamma1.setOnes();
    block.gamma2.setOnes();
  }
  return w;
}

}  // namespace

TrainTinyTransformerResult train_tiny_transformer(std::string corpus, Config config, std::int64_t seed) {
  const std::string vocabulary = build_vocabulary(corpus);
  const Ids ids = encode_text(corpus, vocabulary);
  const Index length = config.max_len;
  const Index used = (ids.size() - 1) / length * length;
  std::mt19937_64 random(static_cast<std::uint64_t>(seed));
  Network network{start(config, static_cast<Index>(vocabulary.size()), random), {}, config.heads, length, {}, {}, {}};
  std::vector<double> losses{network.loss(ids.head(used), ids.segment(1, used))};
  std::vector<ArrayXd> m, v;
  each(network.w, [&](auto& array) { m.push_back(ArrayXd::Zero(array.size())); });
  v = m;

  for (std::int64_t t = 1; t <= config.steps; ++t) {
    Ids x(config.batch * length), y(config.batch * length);
    for (Index b = 0; b < config.batch; ++b) {
      const Index at = static_cast<Index>(random() >> 1) % (ids.size() - length);
      x.segment(b * length, length) = ids.segment(at, length);
      y.segment(b * length, length) = ids.segment(at + 1, length);
    }
    network.learn_from(x, y);
    std::vector<Eigen::Map<ArrayXd>> gradients;
    each(network.g, [&](auto& array) { gradients.emplace_back(array.data(), array.size()); });
    std::size_t i = 0;
    each(network.w, [&](auto& array) {
      m[i] += 0.1 * (gradients[i] - m[i]);
      v[i] += 0.001 * (gradients[i].square() - v[i]);
      const double unbias = 1 - std::pow(0.999, double(t));
      const double rate = config.learning_rate / (1 - std::pow(0.9, double(t)));
      Eigen::Map<ArrayXd>(array.data(), array.size()) -= rate * m[i] / ((v[i] / unbias).sqrt() + 1e-8);
      ++i;
    });
    if (t % config.log_every == 0) losses.push_back(network.loss(ids.head(used), ids.segment(1, used)));
  }

  TrainTinyTransformerResult result;
  result.losses = Eigen::Map<VectorXd>(losses.data(), static_cast<Index>(losses.size()));
  result.sample = decode_text(generate_text(network.w, config.heads, ids.head(16), 120), vocabulary);
  result.weights = network.w;
  return result;
}
