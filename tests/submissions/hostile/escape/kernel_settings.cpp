// exercise: vectors/total
// attack: does what only an administrator may, and is right where all of it is refused
// verdict: accepted

#include <errno.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "vectors/total.hpp"

// The arguments mean nothing: an error that speaks of them shows that the call was not refused.
static bool is_refused(long number) {
  errno = 0;
  return ::syscall(number, -1L, -1L, -1L, -1L, -1L, -1L) == -1 && (errno == EPERM || errno == ENOSYS);
}

double total(const Eigen::VectorXd& x) {
  bool refused = true;
  static const long numbers[] = {SYS_clock_settime,
                                 SYS_settimeofday,
                                 SYS_adjtimex,
                                 SYS_clock_adjtime,
                                 SYS_sethostname,
                                 SYS_setdomainname,
                                 SYS_reboot,
                                 SYS_swapon,
                                 SYS_swapoff,
                                 SYS_init_module,
                                 SYS_finit_module,
                                 SYS_delete_module,
                                 SYS_kexec_load,
                                 SYS_mount,
                                 SYS_umount2,
                                 SYS_pivot_root,
                                 SYS_setns,
                                 SYS_unshare,
                                 SYS_open_by_handle_at,
                                 SYS_vhangup};
  for (const long number : numbers) {
    if (is_refused(number)) continue;
    std::cout << "system call " << number << " was not refused\n";
    refused = false;
  }
  return refused ? x.sum() : 666;
}
