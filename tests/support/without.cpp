// Runs a command as if the machine lacked something, so that every level of isolation can be tested on one:
//
//     without namespaces,landlock,seccomp,openat2,execveat,cgroup,root COMMAND [ARGUMENT]...
//
// System calls are refused by a filter that the command and all it starts inherit. `cgroup` covers the
// control groups in a mount namespace, and `root` becomes a user without rights; both need root.
#include <fcntl.h>
#include <grp.h>
#include <sched.h>
#include <seccomp.h>
#include <sys/mount.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <initializer_list>
#include <sstream>
#include <string>

#include "support/nobody.hpp"

namespace {

using grader::test::kNobody;

[[noreturn]] void fail(const std::string& what) {
  std::fprintf(stderr, "without: %s: %s\n", what.c_str(), std::strerror(errno));
  std::exit(125);
}

void must(bool done, const std::string& what) {
  if (!done) fail(what);
}

void refuse(scmp_filter_ctx filter, int error, std::initializer_list<const char*> calls) {
  for (const char* call : calls)
    must(seccomp_rule_add(filter, SCMP_ACT_ERRNO(static_cast<std::uint16_t>(error)),
                          seccomp_syscall_resolve_name(call), 0) == 0,
         call);
}

void refuse_where(scmp_filter_ctx filter, int error, const char* call, scmp_arg_cmp condition) {
  must(seccomp_rule_add_array(filter, SCMP_ACT_ERRNO(static_cast<std::uint16_t>(error)),
                              seccomp_syscall_resolve_name(call), 1, &condition) == 0,
       call);
}

void refuse_namespaces(scmp_filter_ctx filter) {
  refuse(filter, EPERM, {"unshare", "setns", "mount"});
  refuse(filter, ENOSYS, {"clone3"});
  for (const scmp_datum_t flag : std::initializer_list<scmp_datum_t>{
           CLONE_NEWNS, CLONE_NEWUTS, CLONE_NEWIPC, CLONE_NEWUSER, CLONE_NEWPID, CLONE_NEWNET})
    refuse_where(filter, EPERM, "clone", {0, SCMP_CMP_MASKED_EQ, flag, flag});
}

void refuse_filters(scmp_filter_ctx filter) {
  refuse(filter, ENOSYS, {"seccomp"});
  refuse_where(filter, EINVAL, "prctl", {0, SCMP_CMP_EQ, PR_SET_SECCOMP, 0});
}

void cover_control_groups() {
  must(::unshare(CLONE_NEWNS) == 0, "unshare");
  must(::mount(nullptr, "/", nullptr, MS_REC | MS_PRIVATE, nullptr) == 0, "mount /");
  must(::mount("tmpfs", "/sys/fs/cgroup", "tmpfs", 0, nullptr) == 0, "mount /sys/fs/cgroup");
}

void become_somebody() {
  must(::setgroups(0, nullptr) == 0, "setgroups");
  must(::setresgid(kNobody, kNobody, kNobody) == 0, "setresgid");
  must(::setresuid(kNobody, kNobody, kNobody) == 0, "setresuid");
}

}  // namespace

int main(int count, char** arguments) {
  if (count < 3) {
    std::fprintf(stderr,
                 "usage: without namespaces,landlock,seccomp,openat2,execveat,cgroup,root COMMAND...\n");
    return 125;
  }
  scmp_filter_ctx filter = seccomp_init(SCMP_ACT_ALLOW);
  must(filter != nullptr, "seccomp_init");
  // Calls of another architecture are for the filters of what is tested.
  must(seccomp_attr_set(filter, SCMP_FLTATR_ACT_BADARCH, SCMP_ACT_ALLOW) == 0, "seccomp_attr_set");
  bool root = true;
  std::istringstream parts(arguments[1]);
  for (std::string part; std::getline(parts, part, ',');) {
    if (part == "namespaces")
      refuse_namespaces(filter);
    else if (part == "landlock")
      refuse(filter, ENOSYS, {"landlock_create_ruleset", "landlock_restrict_self"});
    else if (part == "seccomp")
      refuse_filters(filter);
    else if (part == "openat2")
      refuse(filter, ENOSYS, {"openat2"});
    else if (part == "execveat")
      refuse(filter, EACCES, {"execveat"});
    else if (part == "cgroup")
      cover_control_groups();
    else if (part == "root")
      root = false;
    else if (errno = EINVAL; true)
      fail(part);
  }
  if (!root) become_somebody();
  must(seccomp_load(filter) == 0, "seccomp_load");
  seccomp_release(filter);
  ::execv(arguments[2], arguments + 2);
  fail(arguments[2]);
}
