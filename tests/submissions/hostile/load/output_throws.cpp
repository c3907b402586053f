// exercise: vectors/total
// attack: leaves an output stream behind that throws in the harness
// verdict: runtime_error
// says: crashed with signal 6

#include "vectors/total.hpp"

struct Broken : std::streambuf {
  int sync() override { return -1; }
};
static Broken broken;

double total(const Eigen::VectorXd& x) {
  std::cout.rdbuf(&broken);
  std::cout.exceptions(std::ios::badbit);
  return x.sum();
}
