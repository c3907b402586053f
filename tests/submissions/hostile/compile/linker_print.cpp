// exercise: vectors/total
// attack: has the linker print a command for GitHub's runner
// verdict: compile_error

#include "vectors/total.hpp"

asm(".section .gnu.warning.missing,\"\",@progbits\n.string \"\\n::set-output name=forged::linker\"\n.text");
void missing();

double total(const Eigen::VectorXd& x) {
  missing();
  return x.sum();
}
