// exercise: vectors/total
// attack: names a program that the kernel is to start in the place of the worker
// verdict: compile_error
// says: it names a program interpreter

#include "vectors/total.hpp"

asm(".section .interp,\"a\",@progbits\n.string \"/bin/sh\"\n.text");

double total(const Eigen::VectorXd& x) { return x.sum(); }
