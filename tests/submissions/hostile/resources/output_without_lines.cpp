// exercise: vectors/total
// attack: prints a line without end on standard error
// verdict: output_limit
// says: printed more than 16 KiB

#include "vectors/total.hpp"

double total(const Eigen::VectorXd& x) {
  const std::string piece(65536, '\x1b');
  for (volatile bool forever = true; forever;) std::cerr << piece;
  return x.sum();
}
