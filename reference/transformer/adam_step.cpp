// Kingma and Ba, "Adam: A Method for Stochastic Optimization", 2015, algorithm 1.
#include "transformer/adam_step.hpp"

AdamStepResult adam_step(const Eigen::VectorXd& w, const Eigen::VectorXd& g, const Eigen::VectorXd& m,
                         const Eigen::VectorXd& v, std::int64_t t, double learning_rate, double beta1,
                         double beta2, double eps) {
  const Eigen::ArrayXd mean = beta1 * m.array() + (1 - beta1) * g.array();
  const Eigen::ArrayXd square = beta2 * v.array() + (1 - beta2) * g.array().square();
  const double steps = static_cast<double>(t);
  const Eigen::ArrayXd unbiased_mean = mean / (1 - std::pow(beta1, steps));
  const Eigen::ArrayXd unbiased_square = square / (1 - std::pow(beta2, steps));
  const Eigen::ArrayXd step = learning_rate * unbiased_mean / (unbiased_square.sqrt() + eps);
  return {w.array() - step, mean, square};
}
