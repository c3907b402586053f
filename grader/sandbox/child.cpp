#include "sandbox/child.hpp"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <sched.h>
#include <signal.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <algorithm>
#include <charconv>
#include <cmath>

#include "sandbox/init.hpp"
#include "sandbox/landlock.hpp"
#include "util/address_sanitizer.hpp"

namespace grader::sandbox {
namespace {

constexpr int kFirstPipe = 3;
constexpr int kPipes = 2;
constexpr int kAfterPipes = kFirstPipe + kPipes;

[[noreturn]] void give_up(const Plan& plan, const char* step) {
  Failure failure;
  failure.error = errno;
  ::strncpy(failure.step.data(), step, failure.step.size() - 1);
  [[maybe_unused]] const ssize_t written = ::write(plan.failures, &failure, sizeof failure);
  ::_exit(127);
}

void lead_a_session(const Plan& plan) {
  if (::setsid() < 0) give_up(plan, "setsid");
}

void die_with_the_grader(const Plan& plan) {
  if (::prctl(PR_SET_PDEATHSIG, SIGKILL) != 0) give_up(plan, "prctl");
  // It may have died between the fork and the line above. Seen from another pid namespace it has no number.
  pollfd ended{plan.grader, POLLIN, 0};
  const bool gone = plan.grader >= 0 ? ::poll(&ended, 1, 0) == 1 : ::getppid() != plan.parent;
  if (gone) ::_exit(127);
}

void reset_signals() {
  for (int signal = 1; signal < NSIG; ++signal) ::signal(signal, SIG_DFL);
  sigset_t none;
  ::sigemptyset(&none);
  ::sigprocmask(SIG_SETMASK, &none, nullptr);
}

void place(const Plan& plan, int from, int to) {
  if (::dup2(from, to) < 0) give_up(plan, "dup2");
}

void place_descriptors(Plan& plan) {
  // First out of the way of the places they must not overwrite.
  for (int* fd : {&plan.failures, &plan.pipes.requests, &plan.pipes.replies, &plan.pipes.output, &plan.grader,
                  &plan.executable, &plan.init, &plan.landlock, &plan.report}) {
    if (*fd < 0) continue;
    *fd = ::fcntl(*fd, F_DUPFD_CLOEXEC, kAfterPipes);
    if (*fd < 0) give_up(plan, "fcntl");
  }
  const int null = ::open("/dev/null", O_RDONLY | O_CLOEXEC);
  if (null < 0) give_up(plan, "open /dev/null");
  place(plan, null, 0);
  place(plan, plan.pipes.output, 1);
  place(plan, plan.pipes.output, 2);
  if (plan.pipes.requests >= 0)
    place(plan, plan.pipes.requests, kFirstPipe);
  else
    ::close(kFirstPipe);
  if (plan.pipes.replies >= 0)
    place(plan, plan.pipes.replies, kFirstPipe + 1);
  else
    ::close(kFirstPipe + 1);
}

void join_control_groups(const Plan& plan) {
  for (const int entrance : plan.confinement.entrances)
    if (::write(entrance, "0", 1) != 1) give_up(plan, "join a control group");
}

void join_network(const Plan& plan) {
  const int network = plan.confinement.network;
  if (network >= 0 && ::setns(network, CLONE_NEWNET) != 0) give_up(plan, "join a network namespace");
}

bool write_file(const char* path, const char* text, std::size_t size) {
  const int file = ::open(path, O_WRONLY | O_CLOEXEC);
  const bool written = file >= 0 && ::write(file, text, size) == static_cast<ssize_t>(size);
  ::close(file);
  return written;
}

/// Keeps the number that the grader's user has outside: only inside it may mount.
void name_the_user(const Plan& plan) {
  if (!write_file("/proc/self/setgroups", "deny", 4)) give_up(plan, "setgroups");
  if (!write_file("/proc/self/uid_map", plan.own_user.data(), plan.own_user.size())) give_up(plan, "uid_map");
  if (!write_file("/proc/self/gid_map", plan.own_group.data(), plan.own_group.size()))
    give_up(plan, "gid_map");
}

/// The calls themselves, because the C library's would talk to threads that this process does not have.
void become_user(const Plan& plan, uid_t user) {
  if (::syscall(SYS_setgroups, 0, nullptr) != 0) give_up(plan, "setgroups");
  if (::syscall(SYS_setresgid, user, user, user) != 0) give_up(plan, "setresgid");
  if (::syscall(SYS_setresuid, user, user, user) != 0) give_up(plan, "setresuid");
}

/// Whatever the grader's caller left open is not for the child. CLOEXEC instead of closing keeps `failures`
/// open until exec.
void close_the_rest(const Plan& plan) {
  constexpr unsigned kCloseRangeCloexec = 4;
  if (::syscall(SYS_close_range, kAfterPipes, ~0U, kCloseRangeCloexec) == 0) return;
  if (errno != ENOSYS && errno != EINVAL && errno != EPERM) give_up(plan, "close_range");
  rlimit limit{};
  ::getrlimit(RLIMIT_NOFILE, &limit);
  const int last = static_cast<int>(std::min<rlim_t>(limit.rlim_cur, 65536));
  for (int fd = kAfterPipes; fd < last; ++fd) ::fcntl(fd, F_SETFD, FD_CLOEXEC);
}

void limit(const Plan& plan, int resource, rlim_t soft, rlim_t hard) {
  rlimit now{};
  if (::getrlimit(static_cast<__rlimit_resource>(resource), &now) != 0) give_up(plan, "getrlimit");
  const rlimit wanted{std::min(soft, now.rlim_max), std::min(hard, now.rlim_max)};
  if (::setrlimit(static_cast<__rlimit_resource>(resource), &wanted) != 0) give_up(plan, "setrlimit");
}

void limit_resources(const Plan& plan) {
  constexpr rlim_t kMib = 1024 * 1024;
  const ResourceLimits& limits = plan.command.limits;
  limit(plan, RLIMIT_CORE, 0, 0);
  if (limits.cpu_s > 0) {
    const auto seconds = static_cast<rlim_t>(std::ceil(limits.cpu_s));
    limit(plan, RLIMIT_CPU, seconds, seconds + 1);
  }
  const auto both = [&](int resource, std::int64_t amount, rlim_t unit) {
    if (amount > 0)
      limit(plan, resource, static_cast<rlim_t>(amount) * unit, static_cast<rlim_t>(amount) * unit);
  };
  both(RLIMIT_AS, limits.address_space_mib, kMib);
  both(RLIMIT_FSIZE, limits.file_size_mib, kMib);
  both(RLIMIT_STACK, limits.stack_mib, kMib);
  both(RLIMIT_NOFILE, limits.open_files, 1);
  // Counted for each user, in each user namespace: it means nothing where the user is the grader's own. One
  // more for what stays beside the command.
  const Confinement& confinement = plan.confinement;
  const int beside = confinement.namespaces || confinement.keeper ? 1 : 0;
  if (confinement.user || confinement.user_namespace)
    both(RLIMIT_NPROC, limits.processes > 0 ? limits.processes + beside : 0, 1);
}

void give_up_rights(Plan& plan) {
  if (::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0) give_up(plan, "no_new_privs");
  if (plan.landlock >= 0 && plan.confinement.own_proc && !grant_own_proc(plan.landlock))
    give_up(plan, "landlock");
  if (plan.landlock >= 0 && !restrict_files(plan.landlock)) give_up(plan, "landlock");
}

void filter_system_calls(Plan& plan) {
  if (plan.filter.empty()) return;
  fill_in_own_pid(plan.filter, ::getpid());
  if (!install(plan.filter)) give_up(plan, "seccomp");
}

[[noreturn]] void execute(Plan& plan) {
  if (plan.confinement.instead != nullptr) ::_exit(plan.confinement.instead());
  if (plan.executable >= 0)
    ::syscall(SYS_execveat, plan.executable, "", plan.arguments.data(), plan.environment.data(),
              AT_EMPTY_PATH);
  else
    ::execve(plan.arguments[0], plan.arguments.data(), plan.environment.data());
  give_up(plan, "execve");
}

void follow_keeper(const Plan& plan) {
  if (::setpgid(0, 0) != 0) give_up(plan, "setpgid");
  if (::prctl(PR_SET_PDEATHSIG, SIGKILL) != 0) give_up(plan, "prctl");
  if (::getppid() != plan.keeper) ::_exit(127);
}

/// The last steps, those of the command's own process.
int become_last(void* of) {
  Plan& plan = *static_cast<Plan*>(of);
  if (plan.keeper >= 0) follow_keeper(plan);
  const sigset_t signals = init_signals();
  ::sigprocmask(SIG_UNBLOCK, &signals, nullptr);
  if (plan.directory[0] != '\0' && ::chdir(plan.directory) != 0) give_up(plan, "chdir");
  close_the_rest(plan);
  if (!plan.filter.empty()) give_up_rights(plan);
  limit_resources(plan);
  filter_system_calls(plan);
  execute(plan);
}

/// Becomes the init process or the keeper of a child that has begun.
[[noreturn]] void stay_behind(Plan& plan, const char* role, pid_t child) {
  place(plan, plan.report, 0);
  std::array<char, 16> number{};
  std::to_chars(number.data(), number.data() + number.size() - 1, child);
  const std::array<const char*, 3> arguments{role, number.data(), nullptr};
  const std::array<const char*, 1> environment{nullptr};
  ::syscall(SYS_execveat, plan.init, "", arguments.data(), environment.data(), AT_EMPTY_PATH);
  const int error = errno;
  // Without a namespace that ends with this process, the command's group has to be ended.
  ::kill(plan.keeper >= 0 ? -child : child, SIGKILL);
  errno = error;
  give_up(plan, "execute an init process");
}

/// Goes on as a child of the namespace's first process.
[[noreturn]] void leave_init_behind(Plan& plan) {
  const sigset_t signals = init_signals();
  ::sigprocmask(SIG_BLOCK, &signals, nullptr);
  const pid_t child = make_process(0, *plan.stack, become_last, plan);
  if (child < 0) give_up(plan, "fork");
  stay_behind(plan, "init", child);
}

/// The same in the grader's own namespace.
[[noreturn]] void leave_keeper_behind(Plan& plan) {
  const sigset_t signals = init_signals();
  ::sigprocmask(SIG_BLOCK, &signals, nullptr);
  if (::prctl(PR_SET_PDEATHSIG, SIGTERM) != 0) give_up(plan, "prctl");
  if (::prctl(PR_SET_CHILD_SUBREAPER, 1) != 0) give_up(plan, "prctl");
  plan.keeper = ::getpid();
  const pid_t child = make_process(0, *plan.stack, become_last, plan);
  if (child < 0) give_up(plan, "fork");
  stay_behind(plan, plan.confinement.user ? "alone" : "keeper", child);
}

}  // namespace

pid_t make_process(unsigned long flags, [[maybe_unused]] ChildStack& stack, int (*child)(void*), Plan& plan) {
#if GRADER_ADDRESS_SANITIZER
  // A sanitizer knows nothing of a second stack.
  const auto pid = ::syscall(SYS_clone, flags | SIGCHLD, nullptr, nullptr, nullptr, nullptr);
  if (pid == 0) child(&plan);
  return static_cast<pid_t>(pid);
#else
  constexpr unsigned long kShare = CLONE_VM | CLONE_VFORK;
  return ::clone(child, stack.top(), static_cast<int>(flags | kShare | SIGCHLD), &plan);
#endif
}

int become_command(void* of) {
  Plan& plan = *static_cast<Plan*>(of);
  const Confinement& confinement = plan.confinement;
  lead_a_session(plan);
  die_with_the_grader(plan);
  reset_signals();
  join_control_groups(plan);
  join_network(plan);
  place_descriptors(plan);
  if (confinement.user_namespace) name_the_user(plan);
  if (confinement.namespaces)
    if (const char* step = confinement.root.enter()) give_up(plan, step);
  if (confinement.user) {
    become_user(plan, *confinement.user);
    die_with_the_grader(plan);  // a new user makes the kernel forget
  }
  if (confinement.namespaces) leave_init_behind(plan);
  if (confinement.keeper) leave_keeper_behind(plan);
  return become_last(&plan);
}

}  // namespace grader::sandbox
