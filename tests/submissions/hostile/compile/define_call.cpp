// exercise: vectors/total
// attack: brings its own version of the function with which the harness calls a solution
// verdict: compile_error
// says: is a name that the grader's own code defines

#include "vectors/total.hpp"

double total(const Eigen::VectorXd& x) { return x.sum(); }
void grader::harness::call(Reader&, Writer& out) { encode(out, 6.0); }
