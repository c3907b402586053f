// exercise: vectors/total
// attack: leaves with success from a function pointer of the start-up code
// verdict: runtime_error
// says: ended the program (exit status 0) instead of returning

#include <unistd.h>

#include "vectors/total.hpp"

void leave() { _exit(0); }
__attribute__((section(".init_array.00001"), used)) void (*const start)() = leave;

double total(const Eigen::VectorXd& x) { return x.sum(); }
