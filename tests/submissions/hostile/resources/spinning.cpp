// exercise: vectors/total
// attack: computes without end
// verdict: time_limit
// says: no result after 1 s

#include "vectors/total.hpp"

double total(const Eigen::VectorXd& x) {
  for (volatile bool forever = true; forever;) {
  }
  return x.sum();
}
