// verdict: wrong_answer
// fails: worked-example
// Draws gamma from the seed.
#include "layer_norm/my_layer_norm.hpp"

Eigen::VectorXd my_layer_norm(double seed, const Eigen::VectorXd& x, double eps) {
  std::mt19937_64 random(static_cast<std::uint64_t>(static_cast<std::int64_t>(seed)));
  std::normal_distribution<double> draw;
  const Eigen::ArrayXd centered = x.array() - x.mean();
  Eigen::ArrayXd y = centered / std::sqrt(centered.square().mean() + eps);
  for (double& value : y) value *= draw(random);
  return y;
}
