// exercise: vectors/total
// attack: opens a secret by less usual system calls, and is right where they are refused
// verdict: accepted

#include <fcntl.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "vectors/total.hpp"

double total(const Eigen::VectorXd& x) {
  const char* secret = "@ROOM@/secret.txt";
  const std::uint64_t how[3] = {O_RDONLY, 0, 0};
  struct {
    unsigned size = 128;
    int type = 0;
    char handle[128] = {};
  } handle;
  int mount = 0;
  bool opened = ::syscall(SYS_openat2, AT_FDCWD, secret, how, sizeof how) >= 0;
  opened = opened || ::openat(AT_FDCWD, secret, O_PATH) >= 0 || ::open("@ROOM@", O_DIRECTORY) >= 0;
  opened = opened || ::syscall(SYS_name_to_handle_at, AT_FDCWD, secret, &handle, &mount, 0) == 0;
  opened = opened || ::syscall(SYS_open_tree, AT_FDCWD, secret, 0) >= 0;
#if defined(SYS_open)
  opened = opened || ::syscall(SYS_open, secret, O_RDONLY) >= 0;
#endif
  return opened ? 666 : x.sum();
}
