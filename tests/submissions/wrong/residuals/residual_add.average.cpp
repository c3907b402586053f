// verdict: wrong_answer
// fails: worked-example
// Half of each.
#include "residuals/residual_add.hpp"

Eigen::MatrixXd residual_add(Eigen::MatrixXd x, Eigen::MatrixXd fx) { return 0.5 * x + 0.5 * fx; }
