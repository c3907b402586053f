#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <stop_token>
#include <string>
#include <variant>

#include "model/exercise.hpp"
#include "model/outcome.hpp"
#include "model/report.hpp"
#include "sandbox/process.hpp"

namespace grader::wire {
enum class Kind : std::uint32_t;
}

namespace grader::worker {

enum class Trouble : int;

using model::CallFailure;

struct CallResult {
  model::Outcome result;
  std::string output;       // what the code printed during the call, as bytes
  bool output_cut = false;  // it printed more
  double wall_s = 0;
};

enum class OutputLimit { in_all, per_call };

/// Another process's function, called like one of ours. The process is started with the first call and again
/// after each failure, so that one crash or endless loop costs one call. Everything that comes back is
/// distrusted: a reply is decoded against the signature's types, and sizes are checked before anything is
/// allocated.
class Worker {
 public:
  /// The limit on output counts what is printed in all calls together, or in each. `variant` chooses among
  /// the implementations of an executable that has several (build::Variants).
  Worker(const sandbox::ProcessRunner& runner, std::filesystem::path executable,
         const model::Function& function, const model::Limits& limits, std::stop_token stop = {},
         std::optional<int> variant = {}, OutputLimit output = OutputLimit::in_all);
  ~Worker();
  Worker(Worker&&) noexcept;

  /// For an executable that was built with sanitizers: it may read its libraries and what /proc tells of
  /// itself, and has more time and memory, of which sanitizers reserve much more than they use. What they
  /// find in `file` becomes the failure's message.
  void expect_sanitizers(std::vector<std::filesystem::path> libraries, std::string file);

  /// For an executable that holds the solutions of several exercises (build::Built): which one it is to be.
  void choose(std::string exercise) { exercise_ = std::move(exercise); }

  /// Starts the process, if it does not run, and does not wait for it: what the first call would do.
  void start();

  /// Throws util::GraderError where the worker cannot be started or speaks of a bad request,
  /// util::Interrupted on a stop.
  CallResult call(const model::Arguments& arguments);

  /// Tells the process that nothing more will be asked, and does not wait for its end; finish() does.
  void dismiss();

  /// Ends the process in order: no more requests, then exit status 0 is due. A failure otherwise.
  std::optional<CallFailure> finish();

  /// CPU seconds of all processes that have ended.
  double cpu_s() const;

 private:
  class Session;
  sandbox::Command command() const;
  CallFailure diagnose(Trouble trouble);
  double cpu_limit() const;
  bool used_up_cpu_time(const sandbox::Ending& ending) const;
  void require_not_killed(const sandbox::Ending& ending) const;
  static std::string crash_message(const sandbox::Ending& ending);
  model::Outcome understand(wire::Kind kind, std::string_view payload);

  const sandbox::ProcessRunner& runner_;
  std::filesystem::path executable_;
  const model::Function& function_;
  model::Limits limits_;
  std::stop_token stop_;
  std::optional<int> variant_;
  OutputLimit output_;
  std::string exercise_;  // empty where there is only one
  std::vector<std::filesystem::path> libraries_;
  std::string sanitized_file_;  // empty without sanitizers
  std::unique_ptr<Session> session_;
  double cpu_s_ = 0;
  std::size_t printed_ = 0;  // in all lives together; the limit holds for them all
};

}  // namespace grader::worker
