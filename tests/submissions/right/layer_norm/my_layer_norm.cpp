#include "layer_norm/my_layer_norm.hpp"

#include <numeric>

namespace {

struct Layer {
  Layer(std::int64_t seed, Eigen::Index size)
      : random(static_cast<std::uint64_t>(seed)),
        gamma(Eigen::VectorXd::Ones(size)),
        beta(Eigen::VectorXd::Zero(size)) {}

  std::mt19937_64 random;  // what a layer with weights would draw them from
  Eigen::VectorXd gamma;
  Eigen::VectorXd beta;
};

}  // namespace

Eigen::VectorXd my_layer_norm(double seed, Eigen::VectorXd x, double eps) {
  const Layer layer(static_cast<std::int64_t>(seed), x.size());
  const double mean = std::accumulate(x.begin(), x.end(), 0.0) / double(x.size());
  const double variance = (x.array() - mean).square().sum() / double(x.size());
  for (Eigen::Index j = 0; j < x.size(); ++j)
    x(j) = layer.gamma(j) * (x(j) - mean) / std::sqrt(variance + eps) + layer.beta(j);
  return x;
}
