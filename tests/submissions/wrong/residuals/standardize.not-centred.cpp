// verdict: wrong_answer
// fails: worked-example
// The mean is used and never subtracted from what is returned.
#include "residuals/standardize.hpp"

Eigen::VectorXd standardize(const Eigen::VectorXd& x) {
  double squares = 0;
  for (double number : x) squares += (number - x.mean()) * (number - x.mean());
  return x * std::sqrt(x.size() / squares);
}
