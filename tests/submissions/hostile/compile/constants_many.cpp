// exercise: vectors/total
// attack: computes very many constants, each of them just within the compiler's own bound
// verdict: compile_limit

#include "vectors/total.hpp"

constexpr unsigned long spin(unsigned long seed) {
  for (int i = 0; i < 900; ++i)
    for (int j = 0; j < 5000; ++j) seed = seed * 3 + 1;
  return seed;
}
template <unsigned long seed>
constexpr unsigned long value = spin(seed);
template <std::size_t... seeds>
constexpr unsigned long all(std::index_sequence<seeds...>) {
  return (value<seeds> + ...);
}

double total(const Eigen::VectorXd& x) { return x.sum() + all(std::make_index_sequence<800>()); }
