// verdict: wrong_answer
// fails: worked-example
// Forgets the root of two.
#include "transformer/gelu.hpp"

Eigen::VectorXd gelu(Eigen::VectorXd x) {
  for (double& value : x) value *= (1 + std::erf(value)) / 2;
  return x;
}
