#include "sandbox/seccomp.hpp"

#include <errno.h>
#include <fcntl.h>
#include <fmt/format.h>
#include <linux/seccomp.h>
#include <sched.h>
#include <seccomp.h>
#include <signal.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <initializer_list>
#include <memory>

#include "util/error.hpp"
#include "util/unique_fd.hpp"

namespace grader::sandbox {
namespace {

/// A number that no process has, where the process's own one comes.
constexpr std::uint32_t kOwnPid = 0x7fbadb1d;

using Context = std::unique_ptr<void, decltype(&seccomp_release)>;

void check(int result, const char* what) {
  if (result < 0)
    throw util::GraderError(
        fmt::format("cannot make a filter of system calls: {}: {}", what, ::strerror(-result)));
}

/// Names are resolved when the filter is made: one that this machine's kernel or architecture does not have
/// is passed over.
class Builder {
 public:
  explicit Builder(std::uint32_t otherwise) : context_(seccomp_init(otherwise), seccomp_release) {
    if (!context_) check(-ENOMEM, "seccomp_init");
    // Calls in the way of another architecture (32-bit ones) would not be seen by their numbers.
    check(seccomp_attr_set(get(), SCMP_FLTATR_ACT_BADARCH, SCMP_ACT_ERRNO(EPERM)), "architecture");
  }

  void all(std::uint32_t action, std::initializer_list<const char*> names) {
    for (const char* name : names) {
      const int call = seccomp_syscall_resolve_name(name);
      if (call == __NR_SCMP_ERROR) continue;
      if (const int result = seccomp_rule_add(get(), action, call, 0); result != -EEXIST) check(result, name);
    }
  }
  /// Only with such arguments.
  void one(std::uint32_t action, const char* name, const std::vector<scmp_arg_cmp>& conditions) {
    const int call = seccomp_syscall_resolve_name(name);
    if (call != __NR_SCMP_ERROR)
      check(seccomp_rule_add_array(get(), action, call, static_cast<unsigned>(conditions.size()),
                                   conditions.data()),
            name);
  }

  FilterProgram program() const {
    const util::UniqueFd file(::memfd_create("filter", MFD_CLOEXEC));
    if (!file) check(-errno, "memfd_create");
    check(seccomp_export_bpf(get(), file.get()), "seccomp_export_bpf");
    const off_t size = ::lseek(file.get(), 0, SEEK_END);
    FilterProgram program(static_cast<std::size_t>(size) / sizeof(sock_filter));
    if (::pread(file.get(), program.data(), static_cast<std::size_t>(size), 0) != size)
      check(-EIO, "memfd_create");
    return program;
  }

 private:
  scmp_filter_ctx get() const { return context_.get(); }
  Context context_;
};

/// The library's macros for these are C.
scmp_arg_cmp is(unsigned argument, scmp_datum_t value) { return {argument, SCMP_CMP_EQ, value, 0}; }
scmp_arg_cmp has_flag(unsigned argument, scmp_datum_t flag) {
  return {argument, SCMP_CMP_MASKED_EQ, flag, flag};
}

bool holds_the_pid(const sock_filter& instruction) {
  return instruction.code == (BPF_JMP | BPF_JEQ | BPF_K) && instruction.k == kOwnPid;
}

FilterProgram make_worker_filter(std::initializer_list<const char*> more) {
  Builder builder(SCMP_ACT_ERRNO(EPERM));
  builder.all(SCMP_ACT_ALLOW, more);
  builder.all(
      SCMP_ACT_ALLOW,
      {// descriptors that are open already
       "read", "readv", "write", "writev", "close", "fstat", "lseek", "poll", "ppoll",
       // memory
       "brk", "mmap", "mprotect", "munmap", "mremap", "madvise", "membarrier",
       // signals of its own, its end
       "rt_sigaction", "rt_sigprocmask", "rt_sigreturn", "sigaltstack", "exit", "exit_group",
       "restart_syscall",
       // threads
       "futex", "set_tid_address", "set_robust_list", "rseq", "arch_prctl", "sched_yield",
       "sched_getaffinity", "getcpu",
       // time, random numbers, what it is
       "clock_gettime", "clock_getres", "gettimeofday", "time", "nanosleep", "clock_nanosleep", "getrandom",
       "getpid", "gettid", "getuid", "geteuid", "getgid", "getegid", "getrusage", "times", "uname"});
  // abort() and raise() signal their own thread; nobody else is there to be signalled. Not with SIGKILL: a
  // worker that is killed was killed by the machine, and the grader has to know.
  for (int signal = 1; signal < SIGRTMIN; ++signal)
    if (signal != SIGKILL)
      builder.one(SCMP_ACT_ALLOW, "tgkill", {is(0, kOwnPid), is(2, static_cast<scmp_datum_t>(signal))});
  builder.one(SCMP_ACT_ALLOW, "clone", {has_flag(0, CLONE_THREAD)});
  builder.all(SCMP_ACT_ERRNO(ENOSYS), {"clone3"});
  builder.one(SCMP_ACT_ALLOW, "prlimit64", {is(0, 0), is(2, 0)});
  // The worker itself is executed by its descriptor. Nothing else can be: there is no way to open a file, and
  // memfd_create is not allowed.
  builder.one(SCMP_ACT_ALLOW, "execveat", {is(4, AT_EMPTY_PATH)});
  FilterProgram program = builder.program();
  bool gap = false;
  for (const sock_filter& instruction : program) gap = gap || holds_the_pid(instruction);
  if (!gap) throw util::GraderError("the filter of system calls has no place for the process's number");
  return program;
}

FilterProgram make_compiler_filter() {
  Builder builder(SCMP_ACT_ALLOW);
  builder.all(
      SCMP_ACT_ERRNO(EPERM),
      {// other processes
       "ptrace", "process_vm_readv", "process_vm_writev", "process_madvise", "process_mrelease", "kcmp",
       "pidfd_open", "pidfd_getfd", "pidfd_send_signal", "setpriority", "sched_setaffinity",
       "sched_setscheduler", "sched_setparam", "sched_setattr", "ioprio_set", "migrate_pages", "move_pages",
       // namespaces, mounts, another root
       "unshare", "setns", "mount", "umount", "umount2", "pivot_root", "chroot", "open_tree", "move_mount",
       "fsopen", "fsconfig", "fsmount", "fspick", "mount_setattr", "quotactl", "quotactl_fd", "swapon",
       "swapoff",
       // the network, and everything else that is reached through sockets
       "socket", "socketpair", "socketcall", "connect", "bind", "listen", "accept", "accept4", "sendto",
       "sendmsg", "sendmmsg", "recvfrom", "recvmsg", "recvmmsg",
       // parts of the kernel with a long history of mistakes
       "bpf", "perf_event_open", "keyctl", "add_key", "request_key", "io_uring_setup", "io_uring_enter",
       "io_uring_register", "io_setup", "io_submit", "userfaultfd", "fanotify_init", "fanotify_mark",
       "inotify_init", "inotify_init1", "modify_ldt", "vm86", "vm86old", "iopl", "ioperm", "lookup_dcookie",
       "nfsservctl", "vmsplice", "memfd_secret",
       // devices, owners, files by their handles
       "mknod", "mknodat", "chown", "fchown", "lchown", "fchownat", "name_to_handle_at", "open_by_handle_at",
       "setxattr", "lsetxattr", "fsetxattr",
       // other users
       "setuid", "setgid", "setreuid", "setregid", "setresuid", "setresgid", "setfsuid", "setfsgid",
       "setgroups", "capset", "personality",
       // the machine
       "reboot", "kexec_load", "kexec_file_load", "init_module", "finit_module", "delete_module", "syslog",
       "acct", "sethostname", "setdomainname", "settimeofday", "clock_settime", "clock_adjtime", "adjtimex",
       "stime", "vhangup", "shmget", "shmat", "semget", "msgget", "mq_open"});
  constexpr unsigned kNamespaces = CLONE_NEWNS | CLONE_NEWCGROUP | CLONE_NEWUTS | CLONE_NEWIPC |
                                   CLONE_NEWUSER | CLONE_NEWPID | CLONE_NEWNET;
  for (unsigned flag = 1; flag != 0; flag <<= 1)
    if ((kNamespaces & flag) != 0) builder.one(SCMP_ACT_ERRNO(EPERM), "clone", {has_flag(0, flag)});
  builder.all(SCMP_ACT_ERRNO(ENOSYS), {"clone3"});
  return builder.program();
}

}  // namespace

const FilterProgram& worker_filter() {
  static const FilterProgram program = make_worker_filter({});
  return program;
}

const FilterProgram& sanitized_filter() {
  static const FilterProgram program =
      make_worker_filter({"open", "openat", "newfstatat", "stat", "statx", "readlink", "readlinkat",
                          "pread64", "getcwd", "access", "faccessat", "sysinfo", "dup", "pipe", "pipe2"});
  return program;
}

const FilterProgram& compiler_filter() {
  static const FilterProgram program = make_compiler_filter();
  return program;
}

void fill_in_own_pid(FilterProgram& program, pid_t pid) {
  for (sock_filter& instruction : program)
    if (holds_the_pid(instruction)) instruction.k = static_cast<std::uint32_t>(pid);
}

bool install(const FilterProgram& program) {
  const sock_fprog whole{static_cast<unsigned short>(program.size()),
                         const_cast<sock_filter*>(program.data())};
  return ::syscall(SYS_seccomp, SECCOMP_SET_MODE_FILTER, 0, &whole) == 0;
}

}  // namespace grader::sandbox
