// exercise: vectors/total
// attack: has the assembler write eight gigabytes
// verdict: compile_limit

#include "vectors/total.hpp"

asm(".data\n.fill 1000000000, 8, 1\n.text");

double total(const Eigen::VectorXd& x) { return x.sum(); }
