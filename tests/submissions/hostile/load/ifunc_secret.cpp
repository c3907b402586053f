// exercise: vectors/total
// attack: reads a secret while the program is still being relocated, and is right where that is refused
// verdict: accepted

#include <fcntl.h>
#include <sys/syscall.h>

#include "vectors/total.hpp"

static long opened = -1;

// The C library is not there yet, so the kernel is asked without it.
static long open_file(const char* path) {
#if defined(__x86_64__)
  long result = SYS_openat;
  register long mode asm("r10") = 0;
  asm volatile("syscall"
               : "+a"(result)
               : "D"(AT_FDCWD), "S"(path), "d"(O_RDONLY), "r"(mode)
               : "rcx", "r11", "memory");
  return result;
#else
  register long number asm("x8") = SYS_openat;
  register long folder asm("x0") = AT_FDCWD;
  register const char* file asm("x1") = path;
  register long flags asm("x2") = O_RDONLY;
  asm volatile("svc 0" : "+r"(folder) : "r"(number), "r"(file), "r"(flags) : "memory");
  return folder;
#endif
}

static void nothing() {}
extern "C" __attribute__((used)) void (*resolve())() {
  opened = open_file("@ROOM@/secret.txt");
  return nothing;
}
void resolved() __attribute__((ifunc("resolve")));

double total(const Eigen::VectorXd& x) {
  resolved();
  return opened >= 0 ? 666 : x.sum();
}
