#include "transformer/adam_step.hpp"

AdamStepResult adam_step(Eigen::VectorXd w, const Eigen::VectorXd& g, Eigen::VectorXd m, Eigen::VectorXd v,
                         std::int64_t t, double learning_rate, double beta1, double beta2, double eps) {
  m = beta1 * m + (1 - beta1) * g;
  v = beta2 * v + (1 - beta2) * g.cwiseAbs2();
  const double c1 = 1 - std::pow(beta1, t + 1);
  const double c2 = 1 - std::pow(beta2, t + 1);
  w.array() -= learning_rate * m.array() / c1 / ((v.array() / c2).sqrt() + eps);
  return {w, m, v};
}
