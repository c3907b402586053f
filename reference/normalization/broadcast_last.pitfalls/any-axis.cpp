// Takes the first axis that has the right length.
#include "normalization/broadcast_last.hpp"

BroadcastLastResult broadcast_last(const Eigen::Tensor<double, 3, Eigen::RowMajor>& x,
                                   const Eigen::VectorXd& gamma) {
  Eigen::Tensor<double, 3, Eigen::RowMajor> y = x;
  int axis = 0;
  while (axis < 3 && x.dimension(axis) != gamma.size()) ++axis;
  if (axis == 3) return {false, y};
  for (Eigen::Index b = 0; b < x.dimension(0); ++b)
    for (Eigen::Index t = 0; t < x.dimension(1); ++t)
      for (Eigen::Index d = 0; d < x.dimension(2); ++d) {
        const Eigen::Index place[] = {b, t, d};
        y(b, t, d) += gamma(place[axis]);
      }
  return {true, y};
}
