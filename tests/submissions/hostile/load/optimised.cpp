// exercise: vectors/total
// attack: is compiled with optimisations that break the rules of floating point, within the tolerance
// verdict: accepted

#pragma GCC optimize("Ofast")
#include "vectors/total.hpp"

double total(const Eigen::VectorXd& x) {
  double sum = 0;
  for (Eigen::Index i = 0; i < x.size(); ++i) sum += x(i);
  return sum;
}
