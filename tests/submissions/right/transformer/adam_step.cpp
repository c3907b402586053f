#include "transformer/adam_step.hpp"

// One weight after another; the arguments are changed in place and returned.
AdamStepResult adam_step(Eigen::VectorXd w, Eigen::VectorXd g, Eigen::VectorXd m, Eigen::VectorXd v,
                         std::int64_t t, double learning_rate, double beta1, double beta2, double eps) {
  double power1 = 1, power2 = 1;
  if (t < 100000)
    for (std::int64_t i = 0; i < t; i++) {
      power1 *= beta1;
      power2 *= beta2;
    }
  else {
    power1 = std::exp(t * std::log(beta1));
    power2 = std::exp(t * std::log(beta2));
  }
  for (int i = 0; i < w.size(); i++) {
    m[i] += (1 - beta1) * (g[i] - m[i]);
    v[i] += (1 - beta2) * (g[i] * g[i] - v[i]);
    const double denominator = std::sqrt(v[i] / (1 - power2)) + eps;
    w[i] -= learning_rate / (1 - power1) * m[i] / denominator;
  }
  return {w, m, v};
}
