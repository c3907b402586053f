// exercise: vectors/total
// attack: brings its own beginning of the program
// verdict: compile_error
// says: _start is a name that the grader's own code defines

#include <unistd.h>

#include "vectors/total.hpp"

double total(const Eigen::VectorXd& x) { return x.sum(); }
extern "C" void _start() { _exit(0); }
