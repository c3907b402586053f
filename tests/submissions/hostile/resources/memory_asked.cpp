// exercise: vectors/total
// attack: asks for 4 GiB at once
// verdict: memory_limit
// says: asked for more memory than the 512 MiB it may use

#include "vectors/total.hpp"

double total(const Eigen::VectorXd& x) {
  const std::vector<char> bytes(std::size_t{4} << 30, '\1');
  return x.sum() + bytes[bytes.size() / 2] - 1;
}
