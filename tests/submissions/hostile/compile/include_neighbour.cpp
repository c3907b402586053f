// exercise: vectors/total
// attack: includes another solution of the same submission, which is not there when this one is compiled
// verdict: compile_error
// says: fatal error

#include "vectors/outer.cpp"
#include "vectors/total.hpp"

double total(const Eigen::VectorXd& x) { return x.sum(); }
