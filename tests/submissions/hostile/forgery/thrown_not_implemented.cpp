// exercise: vectors/total
// attack: says of itself that it is the stub, which gives no points
// verdict: not_implemented

#include "vectors/total.hpp"

double total(const Eigen::VectorXd&) { throw grader::NotImplemented(); }
