// exercise: vectors/total
// attack: brings a weak main(), which does not take the place of the harness's
// verdict: accepted

#include "vectors/total.hpp"

__attribute__((weak)) int main() { return 0; }

double total(const Eigen::VectorXd& x) { return x.sum(); }
