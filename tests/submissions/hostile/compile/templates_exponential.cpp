// exercise: vectors/total
// attack: needs 2^40 classes, each of which has thousands of parameters
// verdict: compile_limit

#include "vectors/total.hpp"

template <int depth, typename... Path>
struct Tree {
  static constexpr long size = Tree<depth - 1, char, Path...>::size + Tree<depth - 1, int, Path...>::size;
};
template <typename... Path>
struct Tree<0, Path...> {
  static constexpr long size = 1;
};
template <std::size_t... numbers>
constexpr long many(std::index_sequence<numbers...>) {
  return Tree<40, char[numbers + 1]...>::size;
}

double total(const Eigen::VectorXd& x) { return x.sum() + 0 * many(std::make_index_sequence<3000>()); }
