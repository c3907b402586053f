// exercise: vectors/total
// attack: asks for interfaces of the kernel that have often had holes, and is right where all are refused
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
  static const long numbers[] = {SYS_io_uring_setup,
                                 SYS_io_uring_enter,
                                 SYS_io_uring_register,
                                 SYS_bpf,
                                 SYS_perf_event_open,
                                 SYS_userfaultfd,
                                 SYS_add_key,
                                 SYS_request_key,
                                 SYS_keyctl,
                                 SYS_io_setup,
                                 SYS_fanotify_init,
                                 SYS_inotify_init1,
                                 SYS_kcmp,
                                 SYS_process_vm_readv,
                                 SYS_process_vm_writev,
                                 SYS_ptrace,
                                 SYS_vmsplice,
                                 SYS_splice,
                                 SYS_tee,
                                 SYS_pidfd_getfd,
                                 SYS_pidfd_send_signal,
                                 SYS_seccomp,
                                 SYS_personality,
                                 SYS_migrate_pages,
                                 SYS_mbind,
                                 SYS_remap_file_pages,
                                 SYS_timer_create,
                                 SYS_memfd_create,
                                 SYS_memfd_secret,
                                 SYS_lookup_dcookie,
                                 SYS_nfsservctl,
                                 SYS_quotactl,
                                 SYS_syslog,
                                 SYS_acct};
  for (const long number : numbers) {
    if (is_refused(number)) continue;
    std::cout << "system call " << number << " was not refused\n";
    refused = false;
  }
#if defined(__x86_64__)
  for (const long number : {SYS_modify_ldt, SYS_iopl, SYS_ioperm, SYS_ustat, SYS_sysfs, SYS_uselib})
    refused = refused && is_refused(number);
#endif
  return refused ? x.sum() : 666;
}
