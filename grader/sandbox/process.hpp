#pragma once

#include <sys/types.h>

#include <cstdint>
#include <filesystem>
#include <memory>
#include <stop_token>
#include <string>
#include <vector>

#include "sandbox/isolation.hpp"
#include "util/unique_fd.hpp"

/// The only room that forks, limits, filters and kills. Everything it starts leads a session and a process
/// group of its own, with a literal environment and without the grader's descriptors, and is killed as a
/// group.
namespace grader::sandbox {

/// Limits that the kernel enforces; 0 leaves one as it is.
struct ResourceLimits {
  double cpu_s = 0;
  std::int64_t address_space_mib = 0;  // of each process
  std::int64_t memory_mib = 0;         // of all together, where there are control groups
  std::int64_t file_size_mib = 0;
  std::int64_t open_files = 0;
  std::int64_t processes = 0;  // and threads
  std::int64_t stack_mib = 0;
};

/// Whose code is run, which decides what it may do beyond computing.
enum class Role {
  tool,       // a program of the user's, run as the user would: asking a compiler for its version
  compiler,   // reads what was submitted: it may read what is listed and write the folder that it starts in
  worker,     // is what was submitted: it may read and write nothing at all
  sanitized,  // the same, built with sanitizers: it may read what is listed, and of /proc its own
};

struct Command {
  std::vector<std::string> arguments;    // the program's path first, not looked up in PATH
  std::filesystem::path directory;       // to start in; for a compiler its box
  std::vector<std::string> environment;  // "NAME=value", all of it
  ResourceLimits limits;
  Role role = Role::tool;
  std::vector<std::filesystem::path> readable = {};  // files and folders, also to execute
};

/// How a process ended.
struct Ending {
  int exit_status = 0;  // where signal is 0
  int signal = 0;
  double cpu_s = 0;            // user and system time of it and of its descendants that it waited for
  bool out_of_memory = false;  // the kernel killed it at the limit of its control group
};

/// "exit status 3" or "signal 11 (Segmentation fault)".
std::string to_string(const Ending& ending);

/// The grader's ends of a process's pipes.
struct Pipes {
  util::UniqueFd requests = {};
  util::UniqueFd replies = {};
  util::UniqueFd output = {};
};

class ControlGroup;

/// A running process with pipes to it. Destroying it kills it and all it started.
class Process {
 public:
  Process(pid_t pid, Pipes pipes);
  struct Confined {
    util::UniqueFd report = {};                // of an init process, which `pid` is then
    std::shared_ptr<ControlGroup> group = {};  // that it is in
  };
  Process(pid_t pid, Pipes pipes, Confined confined);
  Process(const Process&) = delete;
  Process& operator=(const Process&) = delete;
  ~Process();

  /// Pipes, non-blocking: to its descriptor 3 and from its descriptor 4 (not there after run()), from its
  /// standard output and standard error together.
  int requests() const { return pipes_.requests.get(); }
  int replies() const { return pipes_.replies.get(); }
  int output() const { return pipes_.output.get(); }
  void close_requests() { pipes_.requests.reset(); }

  /// Kills it and all it started, and waits for it.
  Ending kill();
  /// Waits for it to end by itself for at most `seconds`, then kills. `in_time` tells which it was.
  Ending wait(double seconds, bool& in_time);

 private:
  bool reap(bool block);
  bool reap_within(double seconds);
  void understand(int status, double cpu_s);

  pid_t pid_;
  bool ended_ = false;
  Ending ending_;
  Pipes pipes_;
  Confined confined_;
  std::int64_t memory_kills_before_ = 0;
};

/// What a command that ran to its end did.
struct Finished {
  Ending ending;
  bool timed_out = false;
  bool interrupted = false;
  std::string output;  // standard output and standard error, its first `output_bytes`
  bool output_cut = false;
  double wall_s = 0;
};

class Confiner;

/// The seam between the grader and the machine's processes. The start of a process failing is
/// util::GraderError, with the program's name and the reason.
class ProcessRunner {
 public:
  virtual ~ProcessRunner() = default;

  /// Starts a worker: standard input is empty, requests and replies have pipes of their own.
  virtual std::unique_ptr<Process> start(const Command& command) const = 0;

  /// Runs a command to its end, for at most `wall_s` seconds; output beyond `output_bytes` is read and
  /// dropped.
  virtual Finished run(const Command& command, double wall_s, std::size_t output_bytes,
                       std::stop_token stop) const = 0;

  /// Whether what is run is confined at all.
  virtual bool confines() const = 0;

  /// The level of isolation and what it consists of, for every report: "1 (seccomp, landlock, …)".
  virtual std::string isolation() const = 0;
};

/// Processes of the machine the grader runs on. Thread-safe.
class LocalProcesses : public ProcessRunner {
 public:
  /// Confines compilers and workers as far as `isolation` says; setting one up failing is util::GraderError,
  /// nothing is ever run less isolated than was said.
  explicit LocalProcesses(Isolation isolation = {});
  ~LocalProcesses() override;
  std::unique_ptr<Process> start(const Command& command) const override;
  Finished run(const Command& command, double wall_s, std::size_t output_bytes,
               std::stop_token stop) const override;
  bool confines() const override { return isolation_.level() > 0; }
  std::string isolation() const override { return isolation_.text(); }

 private:
  Isolation isolation_;
  std::unique_ptr<Confiner> confiner_;
};

}  // namespace grader::sandbox
