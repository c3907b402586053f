#include "normalization/broadcast_last.hpp"

BroadcastLastResult broadcast_last(const Eigen::Tensor<double, 3, Eigen::RowMajor>& x, const Eigen::VectorXd& gamma) {
  BroadcastLastResult r;
  r.fits = gamma.size() == x.dimension(2) || gamma.size() == 1;
  r.y = x;
  if (r.fits)
    for (Eigen::Index i = 0; i < x.size(); ++i) r.y.data()[i] += gamma[i % gamma.size()];
  return r;
}
