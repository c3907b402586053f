// exercise: vectors/total
// attack: leaves with success before any other initialiser runs
// verdict: runtime_error
// says: ended the program (exit status 0) instead of returning

#include <unistd.h>

#include "vectors/total.hpp"

void leave() { _exit(0); }
__attribute__((section(".preinit_array"), used)) void (*const start)() = leave;

double total(const Eigen::VectorXd& x) { return x.sum(); }
