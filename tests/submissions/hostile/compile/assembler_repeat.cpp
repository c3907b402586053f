// exercise: vectors/total
// attack: has the assembler repeat a line two billion times
// verdict: compile_limit

#include "vectors/total.hpp"

asm(".data\n.rept 2000000000\n.byte 1\n.endr\n.text");

double total(const Eigen::VectorXd& x) { return x.sum(); }
