// exercise: vectors/total
// attack: leaves with success while the program is still being relocated
// verdict: runtime_error
// says: ended the program (exit status 0) instead of returning

#include <sys/syscall.h>

#include "vectors/total.hpp"

// The C library is not there yet, so the kernel is asked without it.
extern "C" __attribute__((used)) void (*resolve())() {
#if defined(__x86_64__)
  asm volatile("syscall" ::"a"(SYS_exit_group), "D"(0) : "rcx", "r11", "memory");
#else
  asm volatile("mov x8, %0\n mov x0, 0\n svc 0" ::"i"(SYS_exit_group) : "x0", "x8", "memory");
#endif
  return nullptr;
}
void resolved() __attribute__((ifunc("resolve")));

double total(const Eigen::VectorXd& x) {
  resolved();
  return x.sum();
}
