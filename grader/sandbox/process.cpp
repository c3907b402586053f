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

#include "sandbox/launch.hpp"
#include "util/error.hpp"

namespace grader::sandbox {
namespace {

using Clock = std::chrono::steady_clock;

struct Pipe {
  util::UniqueFd read;
  util::UniqueFd write;
};

Pipe make_pipe() {
  int ends[2];
  if (::pipe2(ends, O_CLOEXEC) != 0)
    throw util::GraderError(fmt::format("cannot make a pipe: {}", ::strerror(errno)));
  return {util::UniqueFd(ends[0]), util::UniqueFd(ends[1])};
}

/// Only the grader's end: the child's must block as any program expects.
void make_non_blocking(const util::UniqueFd& fd) { ::fcntl(fd.get(), F_SETFL, O_NONBLOCK); }

double seconds(const timeval& time) {
  return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) * 1e-6;
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

Process::Process(pid_t pid, util::UniqueFd requests, util::UniqueFd replies, util::UniqueFd output)
    : pid_(pid), requests_(std::move(requests)), replies_(std::move(replies)), output_(std::move(output)) {}

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
  ending_.exit_status = WIFEXITED(status) ? WEXITSTATUS(status) : 0;
  ending_.signal = WIFSIGNALED(status) ? WTERMSIG(status) : 0;
  ending_.cpu_s = seconds(usage.ru_utime) + seconds(usage.ru_stime);
  return true;
}

Ending Process::kill() {
  if (!ended_) ::kill(-pid_, SIGKILL);
  reap(true);
  return ending_;
}

Ending Process::wait(double limit, bool& in_time) {
  const auto start = Clock::now();
  auto pause = std::chrono::microseconds(50);
  in_time = reap(false);
  while (!in_time && elapsed(start) < limit) {
    std::this_thread::sleep_for(pause);
    pause = std::min(pause * 2, std::chrono::microseconds(5000));
    in_time = reap(false);
  }
  return in_time ? ending_ : kill();
}

std::unique_ptr<Process> LocalProcesses::start(const Command& command) const {
  Pipe requests = make_pipe();
  Pipe replies = make_pipe();
  Pipe output = make_pipe();
  make_non_blocking(requests.write);
  make_non_blocking(replies.read);
  make_non_blocking(output.read);
  const pid_t pid = launch(command, {requests.read.get(), replies.write.get(), output.write.get()});
  return std::make_unique<Process>(pid, std::move(requests.write), std::move(replies.read),
                                   std::move(output.read));
}

Finished LocalProcesses::run(const Command& command, double wall_s, std::size_t output_bytes,
                             std::stop_token stop) const {
  constexpr double kPollSeconds = 0.05;
  const auto start = Clock::now();
  Pipe output = make_pipe();
  make_non_blocking(output.read);
  Process process(launch(command, {-1, -1, output.write.get()}), {}, {}, std::move(output.read));
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

std::string LocalProcesses::isolation() const { return "0 (rlimits, clean environment, process groups)"; }

}  // namespace grader::sandbox
