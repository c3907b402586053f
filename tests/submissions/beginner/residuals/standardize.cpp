#include "residuals/standardize.hpp"

Eigen::VectorXd standardize(const Eigen::VectorXd& x) {
  double mean = x.mean();
  double squares = 0;
  for (int i = 0; i < x.size(); i++) {
    squares += std::pow(x(i) - mean, 2);
  }
  double deviation = std::sqrt(squares / x.size());
  Eigen::VectorXd y(x.size());
  for (int i = 0; i < x.size(); i++) {
    y(i) = (x(i) - mean) / deviation;
  }
  return y;
}
