// exercise: vectors/total
// attack: never reaches main()
// verdict: time_limit
// says: no result after 1 s

#include "vectors/total.hpp"

__attribute__((constructor)) void stay() {
  for (volatile bool forever = true; forever;) {
  }
}

double total(const Eigen::VectorXd& x) { return x.sum(); }
