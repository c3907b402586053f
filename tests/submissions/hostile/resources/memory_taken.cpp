// exercise: vectors/total
// attack: takes one piece of memory after the other and uses all of it
// verdict: memory_limit
// says: asked for more memory than the 512 MiB it may use

#include "vectors/total.hpp"

double total(const Eigen::VectorXd& x) {
  std::vector<std::vector<char>> pieces;
  for (int i = 0; i < 1000; ++i) pieces.emplace_back(std::size_t{16} << 20, '\1');
  return x.sum();
}
