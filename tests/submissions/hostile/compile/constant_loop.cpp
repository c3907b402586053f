// exercise: vectors/total
// attack: computes a constant in an endless loop
// verdict: compile_error
// says: constexpr

#include "vectors/total.hpp"

constexpr int endless() {
  int n = 0;
  while (true) n = 1 - n;
  return n;
}
constexpr int value = endless();

double total(const Eigen::VectorXd& x) { return x.sum() + value; }
