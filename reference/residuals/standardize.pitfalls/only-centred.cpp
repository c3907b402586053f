// Keeps the spread.
#include "residuals/standardize.hpp"

Eigen::VectorXd standardize(const Eigen::VectorXd& x) { return x.array() - x.mean(); }
