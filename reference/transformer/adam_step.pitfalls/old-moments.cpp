// The step before the update.
#include "transformer/adam_step.hpp"

AdamStepResult adam_step(const Eigen::VectorXd& w, const Eigen::VectorXd& g, const Eigen::VectorXd& m,
                         const Eigen::VectorXd& v, std::int64_t t, double learning_rate, double beta1,
                         double beta2, double eps) {
  const Eigen::ArrayXd mean = beta1 * m.array() + (1 - beta1) * g.array();
  const Eigen::ArrayXd square = beta2 * v.array() + (1 - beta2) * g.array().square();
  const double steps = static_cast<double>(t);
  const Eigen::ArrayXd mhat = m.array() / (1 - std::pow(beta1, steps));
  const Eigen::ArrayXd vhat = v.array() / (1 - std::pow(beta2, steps));
  return {w.array() - learning_rate * mhat / (vhat.sqrt() + eps), mean, square};
}
