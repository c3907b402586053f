// exercise: vectors/total
// attack: needs an object file of a gigabyte
// verdict: compile_limit

#include "vectors/total.hpp"

char bytes[1'000'000'000] = {1};

double total(const Eigen::VectorXd& x) { return x.sum() + 0 * bytes[x.size()]; }
