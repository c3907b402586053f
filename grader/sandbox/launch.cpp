#include "sandbox/launch.hpp"

#include <errno.h>
#include <fcntl.h>
#include <fmt/format.h>
#include <signal.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cmath>

#include "util/error.hpp"
#include "util/unique_fd.hpp"

namespace grader::sandbox {
namespace {

constexpr int kFirstPipe = 3;
constexpr int kPipes = 2;
constexpr int kAfterPipes = kFirstPipe + kPipes;

/// What the child tells when a step of its set-up failed.
struct Failure {
  int error = 0;
  std::array<char, 32> step{};
};

/// Everything the child needs, made before the fork: after it only async-signal-safe calls are allowed,
/// because another thread may have held any lock at that moment.
struct Plan {
  std::vector<char*> arguments;
  std::vector<char*> environment;
  const char* directory;
  ResourceLimits limits;
  ChildPipes pipes;
  pid_t parent;
  int failures;
};

std::vector<char*> pointers(const std::vector<std::string>& texts) {
  std::vector<char*> result;
  // execve takes char* for historical reasons and does not write through it.
  for (const std::string& text : texts) result.push_back(const_cast<char*>(text.c_str()));
  result.push_back(nullptr);
  return result;
}

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
  // It may have died between the fork and the line above.
  if (::getppid() != plan.parent) ::_exit(127);
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
  const auto move_up = [&plan](int& fd) {
    if (fd < 0) return;
    fd = ::fcntl(fd, F_DUPFD_CLOEXEC, kAfterPipes);
    if (fd < 0) give_up(plan, "fcntl");
  };
  move_up(plan.failures);
  move_up(plan.pipes.requests);
  move_up(plan.pipes.replies);
  move_up(plan.pipes.output);
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
  const ResourceLimits& limits = plan.limits;
  limit(plan, RLIMIT_CORE, 0, 0);
  if (limits.cpu_s > 0) {
    const auto seconds = static_cast<rlim_t>(std::ceil(limits.cpu_s));
    limit(plan, RLIMIT_CPU, seconds, seconds + 1);
  }
  const auto mib = [&](int resource, std::int64_t amount) {
    if (amount > 0)
      limit(plan, resource, static_cast<rlim_t>(amount) * kMib, static_cast<rlim_t>(amount) * kMib);
  };
  mib(RLIMIT_AS, limits.address_space_mib);
  mib(RLIMIT_FSIZE, limits.file_size_mib);
  if (limits.open_files > 0)
    limit(plan, RLIMIT_NOFILE, static_cast<rlim_t>(limits.open_files),
          static_cast<rlim_t>(limits.open_files));
}

[[noreturn]] void become(Plan& plan) {
  lead_a_session(plan);
  die_with_the_grader(plan);
  reset_signals();
  place_descriptors(plan);
  if (plan.directory[0] != '\0' && ::chdir(plan.directory) != 0) give_up(plan, "chdir");
  close_the_rest(plan);
  limit_resources(plan);
  ::execve(plan.arguments[0], plan.arguments.data(), plan.environment.data());
  give_up(plan, "execve");
}

void throw_if_failed(int failures, pid_t pid, const Command& command) {
  Failure failure;
  ssize_t count = 0;
  do count = ::read(failures, &failure, sizeof failure);
  while (count < 0 && errno == EINTR);
  if (count <= 0) return;
  while (::waitpid(pid, nullptr, 0) < 0 && errno == EINTR) {
  }
  throw util::GraderError(fmt::format("cannot start {}: {}: {}", command.arguments[0], failure.step.data(),
                                      ::strerror(failure.error)));
}

}  // namespace

pid_t launch(const Command& command, const ChildPipes& pipes) {
  int ends[2];
  if (::pipe2(ends, O_CLOEXEC) != 0)
    throw util::GraderError(fmt::format("cannot make a pipe: {}", ::strerror(errno)));
  const util::UniqueFd failures(ends[0]);
  util::UniqueFd failures_of_child(ends[1]);
  const std::string directory = command.directory.string();
  Plan plan{pointers(command.arguments),
            pointers(command.environment),
            directory.c_str(),
            command.limits,
            pipes,
            ::getpid(),
            failures_of_child.get()};
  const pid_t pid = ::fork();
  if (pid < 0) throw util::GraderError(fmt::format("cannot start a process: {}", ::strerror(errno)));
  if (pid == 0) become(plan);
  failures_of_child.reset();
  throw_if_failed(failures.get(), pid, command);
  return pid;
}

}  // namespace grader::sandbox
