// verdict: wrong_answer
// fails: second-step
// Adds ε under the root.
#include "transformer/adam_step.hpp"

AdamStepResult adam_step(const Eigen::VectorXd& w, const Eigen::VectorXd& g, const Eigen::VectorXd& m,
                         const Eigen::VectorXd& v, std::int64_t t, double learning_rate, double beta1,
                         double beta2, double eps) {
  AdamStepResult result{w, m, v};
  for (Eigen::Index i = 0; i < w.size(); ++i) {
    result.m(i) = beta1 * m(i) + (1 - beta1) * g(i);
    result.v(i) = beta2 * v(i) + (1 - beta2) * g(i) * g(i);
    const double mhat = result.m(i) / (1 - std::pow(beta1, t));
    const double vhat = result.v(i) / (1 - std::pow(beta2, t));
    result.w(i) -= learning_rate * mhat / std::sqrt(vhat + eps);
  }
  return result;
}
