// exercise: vectors/total
// attack: makes one mistake whose message is longer than a megabyte
// verdict: compile_error

#include "vectors/total.hpp"

template <int depth, typename T>
struct Long : Long<depth - 1, std::pair<T, T>> {};
template <typename T>
struct Long<0, T> {};
int mistake = Long<16, int>::missing;

double total(const Eigen::VectorXd& x) { return x.sum(); }
