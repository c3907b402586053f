// verdict: wrong_answer
// fails: first-step
// Leaves the correction of the first steps out.
#include "transformer/adam_step.hpp"

AdamStepResult adam_step(const Eigen::VectorXd& w, const Eigen::VectorXd& g, const Eigen::VectorXd& m,
                         const Eigen::VectorXd& v, std::int64_t, double learning_rate, double beta1, double beta2,
                         double eps) {
  AdamStepResult result{w, m, v};
  for (Eigen::Index i = 0; i < w.size(); ++i) {
    result.m(i) = beta1 * m(i) + (1 - beta1) * g(i);
    result.v(i) = beta2 * v(i) + (1 - beta2) * g(i) * g(i);
    result.w(i) -= learning_rate * result.m(i) / (std::sqrt(result.v(i)) + eps);
  }
  return result;
}
