// Stretches a single number as numpy does.
#include "normalization/broadcast_last.hpp"

BroadcastLastResult broadcast_last(const Eigen::Tensor<double, 3, Eigen::RowMajor>& x,
                                   const Eigen::VectorXd& gamma) {
  const bool fits = gamma.size() == x.dimension(2) || gamma.size() == 1;
  Eigen::Tensor<double, 3, Eigen::RowMajor> y = x;
  if (!fits) return {fits, y};
  for (Eigen::Index b = 0; b < x.dimension(0); ++b)
    for (Eigen::Index t = 0; t < x.dimension(1); ++t)
      for (Eigen::Index d = 0; d < x.dimension(2); ++d) y(b, t, d) += gamma(gamma.size() == 1 ? 0 : d);
  return {fits, y};
}
