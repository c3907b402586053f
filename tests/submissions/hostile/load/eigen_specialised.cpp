// exercise: vectors/total
// attack: has Eigen's own sum return the answer to the first question
// verdict: wrong_answer

#include "vectors/total.hpp"

template <>
double Eigen::DenseBase<Eigen::VectorXd>::sum() const {
  return 6;
}

double total(const Eigen::VectorXd& x) { return x.sum(); }
