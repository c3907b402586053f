// exercise: vectors/total
// attack: has the assembler read /etc/passwd, whose messages would quote each line of it
// verdict: compile_error
// never: no such instruction

#include "vectors/total.hpp"

asm(".include \"/etc/passwd\"");

double total(const Eigen::VectorXd& x) { return x.sum(); }
