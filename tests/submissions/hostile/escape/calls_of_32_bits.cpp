// exercise: vectors/total
// attack: asks the kernel by the numbers of 32-bit and of x32 programs, and is right where that is refused
// verdict: accepted

#include <fcntl.h>
#include <setjmp.h>
#include <signal.h>
#include <sys/mman.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <cstring>

#include "vectors/total.hpp"

static sigjmp_buf refused;
static void refuse(int) { siglongjmp(refused, 1); }

double total(const Eigen::VectorXd& x) {
#if defined(__x86_64__)
  constexpr long kX32 = 0x40000000;
  if (::syscall(kX32 | SYS_openat, AT_FDCWD, "@ROOM@/secret.txt", O_RDONLY) >= 0) return 666;
  if (::syscall(kX32 | SYS_getpid) >= 0) return 666;
  void* low = ::mmap(nullptr, 4096, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_32BIT, -1, 0);
  if (low == MAP_FAILED) return x.sum();
  std::strcpy(static_cast<char*>(low), "@ROOM@/secret.txt");
  // Kernels without 32-bit programs have a signal for an answer.
  ::signal(SIGSEGV, refuse);
  if (sigsetjmp(refused, 1) != 0) return x.sum();
  constexpr int kOpenOf32Bits = 5;
  int result = kOpenOf32Bits;
  asm volatile("int $0x80"
               : "+a"(result)
               : "b"(low), "c"(O_RDONLY), "d"(0)
               : "memory", "r8", "r9", "r10", "r11");
  if (result >= 0) return 666;
#endif
  return x.sum();
}
