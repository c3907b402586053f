// verdict: wrong_answer
// fails: worked-example
// The approximation of many programs.
#include "transformer/gelu.hpp"

Eigen::VectorXd gelu(const Eigen::VectorXd& x) {
  const double factor = std::sqrt(2.0 / std::numbers::pi);
  Eigen::VectorXd y(x.size());
  for (Eigen::Index i = 0; i < x.size(); ++i)
    y[i] = x[i] * (1 + std::tanh(factor * (x[i] + 0.044715 * std::pow(x[i], 3)))) / 2;
  return y;
}
