#pragma once

#include <fcntl.h>
#include <poll.h>
#include <pty.h>
#include <signal.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <termios.h>
#include <unistd.h>

#include <array>
#include <chrono>
#include <filesystem>
#include <map>
#include <stdexcept>
#include <string>
#include <thread>
#include <vector>

#include "util/unique_fd.hpp"

/// Starts programs as a user would, without a shell, and watches what they say. Waiting is always for an
/// event (some text, the end) with a generous deadline, so that a busy machine makes tests slow, not wrong.
namespace grader::e2e {

using Environment = std::map<std::string, std::string>;
using util::UniqueFd;

/// For anything that has to happen next. A test that waits as long as this has failed.
inline constexpr std::chrono::seconds kPatience{300};

struct Invocation {
  std::vector<std::string> arguments;  // the program's path first
  Environment environment;             // all of it
  std::filesystem::path directory;
  std::string input;
};

struct Result {
  int status = 0;  // 128 + signal where a signal ended it, as shells say
  std::string out;
  std::string err;
  long peak_kib = 0;  // the most memory that it had, or a process that it waited for
};

/// True as soon as the condition is; false where patience ends first.
template <class Condition>
bool eventually(Condition condition, std::chrono::milliseconds patience = kPatience) {
  const auto deadline = std::chrono::steady_clock::now() + patience;
  while (!condition()) {
    if (std::chrono::steady_clock::now() > deadline) return false;
    std::this_thread::sleep_for(std::chrono::milliseconds(10));
  }
  return true;
}

/// A program that runs beside the test, on pipes or on a terminal of its own. Killed at the end of its life.
class Program {
 public:
  enum class On { pipes, terminal };

  Program(const Invocation& invocation, On on) {
    on == On::terminal ? start_on_terminal(invocation) : start_on_pipes(invocation);
  }
  Program(const Program&) = delete;
  Program& operator=(const Program&) = delete;
  ~Program() {
    if (ended_) return;
    ::kill(pid_, SIGKILL);
    ::waitpid(pid_, nullptr, 0);
  }

  pid_t pid() const { return pid_; }
  const std::string& out() const { return texts_[0]; }
  const std::string& err() const { return texts_[1]; }
  int terminal() const { return input_.get(); }

  void send(int signal) const { ::kill(pid_, signal); }
  /// A program that ends without reading its input is no mistake of the test's.
  void type(std::string_view text) const {
    while (!text.empty()) {
      const ssize_t count = ::write(input_.get(), text.data(), text.size());
      if (count <= 0) return;
      text.remove_prefix(static_cast<std::size_t>(count));
    }
  }
  void end_input() { input_.reset(); }
  /// Closes this side of the terminal.
  void hang_up() {
    input_.reset();
    outputs_[0].reset();
  }

  /// Reads until standard output, or the terminal, holds `text` at or after `from`.
  bool says(const std::string& text, std::size_t from = 0) {
    const auto deadline = std::chrono::steady_clock::now() + kPatience;
    while (out().find(text, from) == std::string::npos)
      if (!read_some(deadline)) return out().find(text, from) != std::string::npos;
    return true;
  }

  /// Reads to the end and waits for it, as long as the program goes on saying something: a whole course takes
  /// minutes.
  Result end() {
    while (read_some(std::chrono::steady_clock::now() + kPatience)) {
    }
    int status = 0;
    rusage used{};
    const bool ended = eventually([&] { return ::wait4(pid_, &status, WNOHANG, &used) == pid_; });
    if (!ended) throw std::runtime_error("the program does not end; so far it said:\n" + out() + err());
    ended_ = true;
    return {WIFSIGNALED(status) ? 128 + WTERMSIG(status) : WEXITSTATUS(status), out(), err(), used.ru_maxrss};
  }

 private:
  using Deadline = std::chrono::steady_clock::time_point;

  void start_on_pipes(const Invocation& invocation) {
    std::array<std::array<int, 2>, 3> pipes{};
    for (auto& pipe : pipes)
      if (::pipe2(pipe.data(), O_CLOEXEC) != 0) throw std::runtime_error("no pipe");
    pid_ = ::fork();
    if (pid_ == 0) {
      ::dup2(pipes[0][0], 0);
      ::dup2(pipes[1][1], 1);
      ::dup2(pipes[2][1], 2);
      become(invocation);
    }
    ::signal(SIGPIPE, SIG_IGN);
    ::close(pipes[0][0]);
    ::close(pipes[1][1]);
    ::close(pipes[2][1]);
    input_ = UniqueFd(pipes[0][1]);
    outputs_[0] = UniqueFd(pipes[1][0]);
    outputs_[1] = UniqueFd(pipes[2][0]);
  }

  void start_on_terminal(const Invocation& invocation) {
    winsize size{40, 100, 0, 0};
    int terminal = -1;
    pid_ = ::forkpty(&terminal, nullptr, nullptr, &size);
    if (pid_ == 0) become(invocation);
    ::fcntl(terminal, F_SETFD, FD_CLOEXEC);
    input_ = UniqueFd(terminal);
    outputs_[0] = UniqueFd(::fcntl(terminal, F_DUPFD_CLOEXEC, 0));
  }

  [[noreturn]] static void become(const Invocation& invocation) {
    std::vector<std::string> variables;
    for (const auto& [name, value] : invocation.environment) variables.push_back(name + "=" + value);
    const auto pointers = [](const std::vector<std::string>& words) {
      std::vector<char*> result;
      for (const std::string& word : words) result.push_back(const_cast<char*>(word.c_str()));
      result.push_back(nullptr);
      return result;
    };
    ::signal(SIGPIPE, SIG_DFL);
    if (::chdir(invocation.directory.c_str()) == 0)
      ::execve(invocation.arguments[0].c_str(), pointers(invocation.arguments).data(),
               pointers(variables).data());
    ::_exit(127);
  }

  /// False where there is nothing more to come or no more time.
  bool read_some(Deadline deadline) {
    const auto left =
        std::chrono::duration_cast<std::chrono::milliseconds>(deadline - std::chrono::steady_clock::now());
    std::array<pollfd, 2> events{pollfd{outputs_[0].get(), POLLIN, 0}, pollfd{outputs_[1].get(), POLLIN, 0}};
    if (!outputs_[0] && !outputs_[1]) return false;
    if (left.count() <= 0 || ::poll(events.data(), 2, static_cast<int>(left.count())) <= 0) return false;
    for (std::size_t i = 0; i < 2; ++i) {
      if (events[i].revents == 0) continue;
      std::array<char, 65536> buffer{};
      const ssize_t count = ::read(outputs_[i].get(), buffer.data(), buffer.size());
      if (count > 0) texts_[i].append(buffer.data(), static_cast<std::size_t>(count));
      if (count <= 0) outputs_[i].reset();  // a terminal says EIO at its end
    }
    return true;
  }

  pid_t pid_ = -1;
  bool ended_ = false;
  UniqueFd input_;
  std::array<UniqueFd, 2> outputs_;
  std::array<std::string, 2> texts_;
};

inline Result run(const Invocation& invocation) {
  Program program(invocation, Program::On::pipes);
  program.type(invocation.input);
  program.end_input();
  return program.end();
}

}  // namespace grader::e2e
