// SpectralNorm. What is asked: grader show normalization/spectral_norm
//
//   w: float[M, N]
//   returns float[M, N]
#include "normalization/spectral_norm.hpp"

Eigen::MatrixXd spectral_norm(const Eigen::MatrixXd& w) {
  grader::todo();  // your solution goes here
}
