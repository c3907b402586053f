// exercise: vectors/total
// attack: returns the largest number that there is, whose distance to others overflows
// verdict: wrong_answer

#include "vectors/total.hpp"

double total(const Eigen::VectorXd& x) {
  return x.sum() > 0 ? -std::numeric_limits<double>::max() : std::numeric_limits<double>::max();
}
