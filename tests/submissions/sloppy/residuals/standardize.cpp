#include "residuals/standardize.hpp"

Eigen::VectorXd standardize(Eigen::VectorXd x) {
  x.array() -= x.mean();
  return x / std::sqrt(x.squaredNorm() / double(x.size() - 1));
}
