// exercise: vectors/total
// attack: brings its own version of the variable by which the harness chooses what to call
// verdict: compile_error
// says: is a name that the grader's own code defines

#include "vectors/total.hpp"

double total(const Eigen::VectorXd& x) { return x.sum(); }
int grader::harness::variant = 6;
