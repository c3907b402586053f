// verdict: wrong_answer
// fails: worked-example
// As torch's std does.
#include "residuals/standardize.hpp"

Eigen::VectorXd standardize(Eigen::VectorXd x) {
  x.array() -= x.mean();
  return x * std::sqrt((x.size() - 1) / x.squaredNorm());
}
