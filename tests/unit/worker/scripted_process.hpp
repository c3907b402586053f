#pragma once

#include <fcntl.h>
#include <sched.h>
#include <signal.h>
#include <unistd.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "harness/wire.hpp"
#include "sandbox/process.hpp"
#include "util/error.hpp"

namespace grader::test {

/// What a process answers to the first request that it gets.
struct Script {
  std::vector<std::string> writes;  // one after the other
  bool ends = false;                // by itself after that, else with the requests
  int status = 0;
};

/// Starts processes that follow a script instead of running a program: real pipes, real processes.
class ScriptedProcesses : public sandbox::ProcessRunner {
 public:
  Script script;

  std::unique_ptr<sandbox::Process> start(const sandbox::Command&) const override {
    Pipe requests, replies, output;
    const pid_t child = ::fork();
    if (child < 0) throw util::GraderError("cannot fork");
    if (child == 0) {
      ::setsid();
      close_all_but(requests.read.get(), replies.write.get());
      ::_exit(play(requests.read.get(), replies.write.get()));
    }
    ::setpgid(child, child);  // the grader kills groups, and may be quicker
    for (const int fd : {requests.write.get(), replies.read.get(), output.read.get()})
      ::fcntl(fd, F_SETFL, O_NONBLOCK);
    return std::make_unique<sandbox::Process>(
        child, sandbox::Pipes{std::move(requests.write), std::move(replies.read), std::move(output.read)});
  }
  sandbox::Finished run(const sandbox::Command&, double, std::size_t, std::stop_token) const override {
    throw util::GraderError("scripts answer requests and nothing else");
  }
  bool confines() const override { return false; }
  std::string isolation() const override { return "none"; }

 private:
  struct Pipe {
    Pipe() {
      int ends[2];
      if (::pipe2(ends, O_CLOEXEC) != 0) throw util::GraderError("cannot make a pipe");
      read = util::UniqueFd(ends[0]);
      write = util::UniqueFd(ends[1]);
    }
    util::UniqueFd read, write;
  };

  /// What a program would not have inherited: nothing is closed as long as anybody holds its other end.
  static void close_all_but(int one, int other) {
    const auto low = static_cast<unsigned>(std::min(one, other));
    const auto high = static_cast<unsigned>(std::max(one, other));
    if (low > 3) ::close_range(3, low - 1, 0);
    if (high > low + 1) ::close_range(low + 1, high - 1, 0);
    ::close_range(high + 1, ~0U, 0);
  }

  /// The exit status.
  int play(int requests, int replies) const {
    ::signal(SIGPIPE, SIG_IGN);
    char buffer[4096];
    if (::read(requests, buffer, sizeof buffer) <= 0) return 0;
    for (std::string_view left : script.writes) {
      while (!left.empty()) {
        const ssize_t count = ::write(replies, left.data(), left.size());
        if (count <= 0) return script.status;
        left.remove_prefix(static_cast<std::size_t>(count));
      }
      ::sched_yield();
    }
    if (script.ends) return script.status;
    while (::read(requests, buffer, sizeof buffer) > 0) {
    }
    return script.status;
  }
};

}  // namespace grader::test
