// verdict: wrong_answer
// fails: worked-example
// Turns in place, number by number.
#include "embeddings/rope_rotate.hpp"

Eigen::VectorXd rope_rotate(Eigen::VectorXd x, std::int64_t position, double base) {
  for (int k = 0; 2 * k < x.size(); ++k) {
    const double theta = position * std::pow(base, -2.0 * k / x.size());
    double& a = x[2 * k];
    double& b = x[2 * k + 1];
    a = a * std::cos(theta) - b * std::sin(theta);
    b = a * std::sin(theta) + b * std::cos(theta);
  }
  return x;
}
