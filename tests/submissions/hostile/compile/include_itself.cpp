// exercise: vectors/total
// attack: includes itself, twice each time
// verdict: compile_error

#include "total.cpp"
#include "vectors/total.hpp"

double total(const Eigen::VectorXd& x) { return x.sum(); }
