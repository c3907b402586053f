// exercise: vectors/total
// attack: brings its own __libc_start_main, which leaves with success
// verdict: compile_error
// says: __libc_start_main is a name that the grader's own code defines

#include <unistd.h>

#include "vectors/total.hpp"

extern "C" int __libc_start_main(int (*)(int, char**, char**), int, char**, void (*)(), void (*)(),
                                 void (*)(), void*) {
  _exit(0);
}

double total(const Eigen::VectorXd& x) { return x.sum(); }
