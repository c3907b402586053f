// exercise: vectors/total
// attack: is root, or becomes another user, and is right where it is nobody and stays so
// verdict: accepted

#include <grp.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "vectors/total.hpp"

double total(const Eigen::VectorXd& x) {
  bool became = ::getuid() == 0 || ::geteuid() == 0;
  const gid_t group = 0;
  became = became || ::setuid(0) == 0 || ::setresuid(0, 0, 0) == 0 || ::setgid(0) == 0;
  became = became || ::setgroups(1, &group) == 0 || ::syscall(SYS_setfsuid, 0) == 0;
  std::uint32_t header[2] = {0x20080522, 0};
  std::uint32_t all[6] = {~0U, ~0U, 0, ~0U, ~0U, 0};
  became = became || ::syscall(SYS_capset, header, all) == 0;
  became =
      became || ::prctl(PR_SET_NO_NEW_PRIVS, 0, 0, 0, 0) == 0 || ::prctl(PR_SET_SECCOMP, 0, 0, 0, 0) == 0;
  return became ? 666 : x.sum();
}
