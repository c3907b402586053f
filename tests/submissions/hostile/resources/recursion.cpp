// exercise: vectors/total
// attack: calls itself without end
// verdict: runtime_error
// says: a recursion without end

#include "vectors/total.hpp"

__attribute__((noinline)) static double deeper(const Eigen::VectorXd& x, volatile int depth) {
  volatile char room[4096];
  room[0] = static_cast<char>(depth);
  return deeper(x, depth + 1) + room[0];
}

double total(const Eigen::VectorXd& x) { return deeper(x, 0); }
