// verdict: wrong_answer
// fails: negative-scale
// Loses the sign of g.
#include "normalization/weight_norm.hpp"

Eigen::VectorXd weight_norm(const Eigen::VectorXd& v, double g) { return std::abs(g) * v.normalized(); }
