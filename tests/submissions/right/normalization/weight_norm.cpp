#include "normalization/weight_norm.hpp"

using namespace Eigen;

VectorXd weight_norm(VectorXd v, double g) {
  v.normalize();
  return v * g;
}
