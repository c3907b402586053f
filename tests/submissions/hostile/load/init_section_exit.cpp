// exercise: vectors/total
// attack: leaves with success from the middle of the start-up code itself
// verdict: runtime_error
// says: ended the program (exit status 0) instead of returning

#include <unistd.h>

#include "vectors/total.hpp"

extern "C" __attribute__((used)) void leave() { _exit(0); }
#if defined(__x86_64__)
asm(".section .init,\"ax\"\n call leave\n.text");
#else
asm(".section .init,\"ax\"\n bl leave\n.text");
#endif

double total(const Eigen::VectorXd& x) { return x.sum(); }
