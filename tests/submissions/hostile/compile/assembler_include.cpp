// exercise: vectors/total
// attack: has the assembler read the reference, whose messages would quote each line of it
// verdict: compile_error
// never: no such instruction

#include "vectors/total.hpp"

asm(".include \"@ROOM@/course/reference/vectors/total.cpp\"");

double total(const Eigen::VectorXd& x) { return x.sum(); }
