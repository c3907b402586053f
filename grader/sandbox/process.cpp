#include "sandbox/process.hpp"

#include <errno.h>
#include <fcntl.h>
#include <fmt/format.h>
#include <poll.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <cmath>
#include <thread>

#include "sandbox/confiner.hpp"
#include "sandbox/init_report.hpp"
#include "sandbox/launch.hpp"
#include "sandbox/pipe.hpp"
#include "util/error.hpp"

namespace grader::sandbox {
namespace {

using Clock = std::chrono::steady_clock;

/// Only the grader's end: the child's must block as any program expects.
void make_non_blocking(const util::UniqueFd& fd) { ::fcntl(fd.get(), F_SETFL, O_NONBLOCK); }

/// Arguments and results may be large; with less room both ends wait for each other all the time. Less is
/// what there is where the system allows no more.
void make_roomy(const util::UniqueFd& fd) {
  constexpr int kRoom = 1 << 20;
  ::fcntl(fd.get(), F_SETPIPE_SZ, kRoom);
}

double elapsed(Clock::time_point start) {
  return std::chrono::duration<double>(Clock::now() - start).count();
}

/// Reads what is there. Nothing more will come where it returns false.
bool drain(int fd, Finished& finished, std::size_t limit) {
  char buffer[16384];
  while (true) {
    const ssize_t count = ::read(fd, buffer, sizeof buffer);
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) return errno == EAGAIN;
    if (count == 0) return false;
    const auto size = static_cast<std::size_t>(count);
    const std::size_t room = limit - std::min(limit, finished.output.size());
    finished.output.append(buffer, std::min(size, room));
    finished.output_cut = finished.output_cut || size > room;
  }
}

}  // namespace

std::string to_string(const Ending& ending) {
  if (ending.signal == 0) return fmt::format("exit status {}", ending.exit_status);
  return fmt::format("signal {} ({})", ending.signal, ::strsignal(ending.signal));
}

Process::Process(pid_t pid, Pipes pipes) : Process(pid, std::move(pipes), {}) {}

Process::Process(pid_t pid, Pipes pipes, Confined confined)
    : pid_(pid), pipes_(std::move(pipes)), confined_(std::move(confined)) {
  if (confined_.group) memory_kills_before_ = confined_.group->memory_kills();
}

Process::~Process() { kill(); }

bool Process::reap(bool block) {
  if (ended_) return true;
  // The group is killed while its leader is not reaped yet, so that its number cannot belong to anybody else.
  siginfo_t info{};
  const int flags = WEXITED | WNOWAIT | (block ? 0 : WNOHANG);
  while (::waitid(P_PID, static_cast<id_t>(pid_), &info, flags) < 0 && errno == EINTR) {
  }
  if (info.si_pid == 0) return false;
  ::kill(-pid_, SIGKILL);
  int status = 0;
  rusage usage{};
  while (::wait4(pid_, &status, 0, &usage) < 0 && errno == EINTR) {
  }
  ended_ = true;
  InitReport report{status, cpu_seconds(usage)};
  // Without a report the init process was killed together with the command.
  InitReport reported;
  if (confined_.report && ::read(confined_.report.get(), &reported, sizeof reported) == sizeof reported)
    report = reported;
  understand(report.status, report.cpu_s);
  return true;
}

void Process::understand(int status, double cpu_s) {
  ending_.exit_status = WIFEXITED(status) ? WEXITSTATUS(status) : 0;
  ending_.signal = WIFSIGNALED(status) ? WTERMSIG(status) : 0;
  ending_.cpu_s = cpu_s;
  if (!confined_.group) return;
  ending_.out_of_memory = ending_.signal != 0 && confined_.group->memory_kills() > memory_kills_before_;
  confined_.group.reset();
}

Ending Process::kill() {
  // An init process is asked, so that it can report what was used; it has nothing else to do.
  constexpr double kPatience = 1;
  if (!ended_ && confined_.report) {
    ::kill(pid_, SIGTERM);
    if (reap_within(kPatience)) return ending_;
  }
  if (!ended_) ::kill(-pid_, SIGKILL);
  reap(true);
  return ending_;
}

bool Process::reap_within(double limit) {
  const auto start = Clock::now();
  auto pause = std::chrono::microseconds(50);
  while (!reap(false)) {
    if (elapsed(start) >= limit) return false;
    std::this_thread::sleep_for(pause);
    pause = std::min(pause * 2, std::chrono::microseconds(5000));
  }
  return true;
}

Ending Process::wait(double limit, bool& in_time) {
  in_time = reap_within(limit);
  return in_time ? ending_ : kill();
}

LocalProcesses::LocalProcesses(Isolation isolation)
    : isolation_(std::move(isolation)), confiner_(std::make_unique<Confiner>(isolation_)) {}

LocalProcesses::~LocalProcesses() = default;

std::unique_ptr<Process> LocalProcesses::start(const Command& command) const {
  Pipe requests = make_pipe();
  Pipe replies = make_pipe();
  Pipe output = make_pipe();
  make_roomy(requests.write);
  make_roomy(replies.read);
  make_non_blocking(requests.write);
  make_non_blocking(replies.read);
  make_non_blocking(output.read);
  Confiner::Prepared prepared = confiner_->prepare(command);
  Launched launched =
      launch(command, {requests.read.get(), replies.write.get(), output.write.get()}, prepared.confinement);
  return std::make_unique<Process>(
      launched.pid, Pipes{std::move(requests.write), std::move(replies.read), std::move(output.read)},
      Process::Confined{std::move(launched.report), std::move(prepared.group)});
}

Finished LocalProcesses::run(const Command& command, double wall_s, std::size_t output_bytes,
                             std::stop_token stop) const {
  constexpr double kPollSeconds = 0.05;
  const auto start = Clock::now();
  Pipe output = make_pipe();
  make_non_blocking(output.read);
  Confiner::Prepared prepared = confiner_->prepare(command);
  const Lent box(command, prepared.confinement.user);
  Launched launched = launch(command, {-1, -1, output.write.get()}, prepared.confinement);
  Process process(launched.pid, {.output = std::move(output.read)},
                  {std::move(launched.report), std::move(prepared.group)});
  output.write.reset();
  Finished finished;
  bool open = true;
  while (open) {
    const double left = wall_s - elapsed(start);
    finished.timed_out = left <= 0;
    finished.interrupted = stop.stop_requested();
    if (finished.timed_out || finished.interrupted) break;
    pollfd waiting{process.output(), POLLIN, 0};
    ::poll(&waiting, 1, static_cast<int>(std::ceil(std::min(left, kPollSeconds) * 1000)));
    open = drain(process.output(), finished, output_bytes);
  }
  bool in_time = true;
  finished.ending = open ? process.kill() : process.wait(std::max(0.0, wall_s - elapsed(start)), in_time);
  finished.timed_out = finished.timed_out || !in_time;
  finished.wall_s = elapsed(start);
  return finished;
}

}  // namespace grader::sandbox
