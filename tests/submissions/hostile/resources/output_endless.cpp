// exercise: vectors/total
// attack: prints without end
// verdict: output_limit
// says: printed more than 16 KiB

#include "vectors/total.hpp"

double total(const Eigen::VectorXd& x) {
  for (volatile bool forever = true; forever;) std::cout << "::set-output name=forged::100\n";
  return x.sum();
}
