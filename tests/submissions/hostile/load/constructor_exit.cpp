// exercise: vectors/total
// attack: leaves with success before main() is reached
// verdict: runtime_error
// says: ended the program (exit status 0) instead of returning

#include <unistd.h>

#include "vectors/total.hpp"

__attribute__((constructor)) void leave() { _exit(0); }

double total(const Eigen::VectorXd& x) { return x.sum(); }
