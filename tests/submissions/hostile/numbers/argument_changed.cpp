// exercise: vectors/total
// attack: changes its argument, which is constant, after it has computed with it
// verdict: accepted

#include "vectors/total.hpp"

double total(const Eigen::VectorXd& x) {
  const double sum = x.sum();
  const_cast<Eigen::VectorXd&>(x).setConstant(1, sum);
  return sum;
}
