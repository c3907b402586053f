// Eigen's norm() of a matrix is the Frobenius norm.
#include "normalization/spectral_norm.hpp"

Eigen::MatrixXd spectral_norm(const Eigen::MatrixXd& w) { return w / w.norm(); }
