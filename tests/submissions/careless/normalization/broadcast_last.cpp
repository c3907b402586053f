#include "normalization/broadcast_last.hpp"

BroadcastLastResult broadcast_last(const Eigen::Tensor<double, 3, Eigen::RowMajor>& x,
                                   const Eigen::VectorXd& gamma) {
  BroadcastLastResult result{x.dimension(2) == gamma.size(), x};
  if (!result.fits) return result;
  for (Eigen::Index b = 0; b < x.dimension(0); ++b)
    for (Eigen::Index t = 0; t < x.dimension(1); ++t)
      for (Eigen::Index d = 0; d < x.dimension(2); ++d) result.y(b, t, d) = float(x(b, t, d)) + float(gamma(d));
  return result;
}
