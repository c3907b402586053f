#include "transformer/adam_step.hpp"

AdamStepResult adam_step(const Eigen::VectorXd& w, const Eigen::VectorXd& g, const Eigen::VectorXd& m,
                         const Eigen::VectorXd& v, std::int64_t t, double learning_rate, double beta1, double beta2,
                         double eps) {
  AdamStepResult next{w, m, v};
  for (Eigen::Index i = 0; i < w.size(); ++i) {
    const float gradient = float(g[i]);
    next.m[i] = float(beta1) * float(m[i]) + (1 - float(beta1)) * gradient;
    next.v[i] = float(beta2) * float(v[i]) + (1 - float(beta2)) * gradient * gradient;
    const float mean = float(next.m[i]) / (1 - std::pow(float(beta1), float(t)));
    const float square = float(next.v[i]) / (1 - std::pow(float(beta2), float(t)));
    next.w[i] = w[i] - learning_rate * mean / (std::sqrt(square) + float(eps));
  }
  return next;
}
