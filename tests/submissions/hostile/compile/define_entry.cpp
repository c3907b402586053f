// exercise: vectors/total
// attack: brings its own version of the function under which the grader knows a solution
// verdict: compile_error

#include "vectors/total.hpp"

double total(const Eigen::VectorXd& x) { return x.sum(); }
extern "C" double grader_function_vectors__total() { return 6; }
