// exercise: vectors/total
// attack: closes the way of its requests
// verdict: runtime_error

#include <unistd.h>

#include "vectors/total.hpp"

double total(const Eigen::VectorXd& x) {
  ::close(3);
  return x.sum();
}
