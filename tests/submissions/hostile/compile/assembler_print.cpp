// exercise: vectors/total
// attack: has the assembler print commands for GitHub's runner at the beginning of a line
// verdict: compile_error

#include "vectors/total.hpp"

asm(".print \"::set-output name=forged::print\"\n.error \"::error title=forged::error\"");

double total(const Eigen::VectorXd& x) { return x.sum(); }
