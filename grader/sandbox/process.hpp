#pragma once

#include <sys/types.h>

#include <cstdint>
#include <filesystem>
#include <memory>
#include <stop_token>
#include <string>
#include <vector>

#include "util/unique_fd.hpp"

/// The only room that forks, limits and kills. Everything it starts leads a session and a process group of
/// its own, with a literal environment and without the grader's descriptors, and is killed as a group.
namespace grader::sandbox {

/// Limits that the kernel enforces; 0 leaves one as it is.
struct ResourceLimits {
  double cpu_s = 0;
  std::int64_t address_space_mib = 0;
  std::int64_t file_size_mib = 0;
  std::int64_t open_files = 0;
};

struct Command {
  std::vector<std::string> arguments;    // the program's path first, not looked up in PATH
  std::filesystem::path directory;       // to start in
  std::vector<std::string> environment;  // "NAME=value", all of it
  ResourceLimits limits;
};

/// How a process ended.
struct Ending {
  int exit_status = 0;  // where signal is 0
  int signal = 0;
  double cpu_s = 0;  // user and system time of it and of its descendants that it waited for
};

/// "exit status 3" or "signal 11 (Segmentation fault)".
std::string to_string(const Ending& ending);

/// A running process with pipes to it. Destroying it kills the group.
class Process {
 public:
  Process(pid_t pid, util::UniqueFd requests, util::UniqueFd replies, util::UniqueFd output);
  Process(const Process&) = delete;
  Process& operator=(const Process&) = delete;
  ~Process();

  /// Pipes, non-blocking: to its descriptor 3 and from its descriptor 4 (not there after run()), from its
  /// standard output and standard error together.
  int requests() const { return requests_.get(); }
  int replies() const { return replies_.get(); }
  int output() const { return output_.get(); }
  void close_requests() { requests_.reset(); }

  /// Kills the whole process group and waits for its leader.
  Ending kill();
  /// Waits for the leader to end by itself for at most `seconds`, then kills. `in_time` tells which it was.
  Ending wait(double seconds, bool& in_time);

 private:
  bool reap(bool block);

  pid_t pid_;
  bool ended_ = false;
  Ending ending_;
  util::UniqueFd requests_;
  util::UniqueFd replies_;
  util::UniqueFd output_;
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

  /// The level of isolation and what it consists of, for every report: "0 (rlimits, process groups)".
  virtual std::string isolation() const = 0;
};

/// Processes of the machine the grader runs on, at isolation level 0. Thread-safe.
class LocalProcesses : public ProcessRunner {
 public:
  std::unique_ptr<Process> start(const Command& command) const override;
  Finished run(const Command& command, double wall_s, std::size_t output_bytes,
               std::stop_token stop) const override;
  std::string isolation() const override;
};

}  // namespace grader::sandbox
