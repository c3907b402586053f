#include "residuals/standardize.hpp"

static double mean(const Eigen::VectorXd& v) {
  double sum = 0;
  for (double number : v) sum += number;
  return sum / v.size();
}

Eigen::VectorXd standardize(Eigen::VectorXd x) {
  const double mu = mean(x);
  for (double& number : x) number -= mu;
  const double sigma = std::sqrt(mean(x.cwiseProduct(x)));
  return x / sigma;
}
