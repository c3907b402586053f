// exercise: vectors/total
// attack: makes namespaces of its own, mounts and changes its root, and is right where that is refused
// verdict: accepted

#include <sched.h>
#include <sys/mount.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "vectors/total.hpp"

static bool comes_of(long pid) {
  if (pid == 0) _exit(0);
  return pid > 0;
}

double total(const Eigen::VectorXd& x) {
  bool made = false;
  for (const int kind : {CLONE_NEWUSER, CLONE_NEWNS, CLONE_NEWPID, CLONE_NEWNET, CLONE_NEWIPC, CLONE_NEWUTS,
                         CLONE_NEWCGROUP, CLONE_FILES, CLONE_FS}) {
    made = made || ::unshare(kind) == 0;
    made = made || comes_of(::syscall(SYS_clone, kind | 17, 0, 0, 0, 0));
  }
  made = made || ::setns(0, 0) == 0 || ::chroot(".") == 0 || ::chroot("/") == 0;
  made = made || ::mount("none", "/tmp", "tmpfs", 0, nullptr) == 0 || ::umount2("/", MNT_DETACH) == 0;
  made = made || ::mount("/", "/", nullptr, MS_REMOUNT | MS_BIND, nullptr) == 0;
  made = made || ::syscall(SYS_pivot_root, "/", "/") == 0 || ::syscall(SYS_fsopen, "tmpfs", 0) >= 0;
  return made ? 666 : x.sum();
}
