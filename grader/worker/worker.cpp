#include "worker/worker.hpp"

#include <fmt/format.h>
#include <signal.h>

#include <chrono>
#include <utility>

#include "harness/solution_names.hpp"
#include "util/error.hpp"
#include "worker/decode.hpp"
#include "worker/encode.hpp"
#include "worker/sanitizer_report.hpp"
#include "worker/session.hpp"

namespace grader::worker {
namespace {

constexpr std::int64_t kOpenFiles = 32;  // what is confined cannot open any
constexpr std::int64_t kStackMib = 8;
constexpr double kEndSeconds = 2;  // to end after the last request
constexpr std::size_t kLargestReply = 512U * 1024U * 1024U;

std::string memory_message(std::int64_t mib) {
  return fmt::format("asked for more memory than the {} MiB it may use", mib);
}

/// What was thrown, and which limit it speaks of where it is one that the kernel names no better.
std::string exception_message(std::string_view what, const model::Limits& limits) {
  std::string message = fmt::format("threw {}", what);
  if (what.find("Resource temporarily unavailable") != std::string_view::npos)
    message += fmt::format(" (it may have {} threads at a time, each of which takes {} MiB of its memory)",
                           limits.threads, kStackMib);
  return message;
}

std::string time_message(double seconds) { return fmt::format("no result after {:g} s", seconds); }

}  // namespace

class Worker::Session : public worker::Session {
 public:
  using worker::Session::Session;
  std::uint32_t sequence = 0;
};

Worker::Worker(const sandbox::ProcessRunner& runner, std::filesystem::path executable,
               const model::Function& function, const model::Limits& limits, std::stop_token stop,
               std::optional<int> variant, OutputLimit output)
    : runner_(runner),
      executable_(std::move(executable)),
      function_(function),
      limits_(limits),
      stop_(std::move(stop)),
      variant_(variant),
      output_(output) {}

Worker::~Worker() = default;
Worker::Worker(Worker&&) noexcept = default;

double Worker::cpu_s() const { return cpu_s_; }

void Worker::expect_sanitizers(std::vector<std::filesystem::path> libraries, std::string file) {
  constexpr double kSlower = 4;
  limits_.time_s *= kSlower;
  limits_.exercise_time_s *= kSlower;
  libraries_ = std::move(libraries);
  sanitized_file_ = std::move(file);
}

sandbox::Command Worker::command() const {
  // The limit on CPU time stands behind the one on wall time, for what outlives a lost grader.
  sandbox::ResourceLimits resources{cpu_limit(), limits_.memory_mib, limits_.memory_mib, 1,
                                    kOpenFiles,  limits_.threads,    kStackMib};
  std::vector<std::string> arguments = {executable_.string()};
  if (variant_ || !exercise_.empty()) arguments.push_back(std::to_string(variant_.value_or(0)));
  if (!exercise_.empty()) arguments.push_back(exercise_);
  std::vector<std::string> environment = {"LC_ALL=C.UTF-8"};
  if (sanitized_file_.empty())
    return {std::move(arguments), "/", std::move(environment), resources, sandbox::Role::worker};
  // Sanitizers reserve terabytes and use a part of them: shadow bytes, and what was freed not long ago.
  constexpr std::int64_t kMoreMemory = 4;
  resources.address_space_mib = 0;
  resources.memory_mib *= kMoreMemory;
  environment.emplace_back("ASAN_OPTIONS=detect_leaks=0:disable_coredump=0:color=never");
  environment.emplace_back("UBSAN_OPTIONS=color=never");
  return {std::move(arguments), "/", std::move(environment), resources, sandbox::Role::sanitized, libraries_};
}

void Worker::start() {
  if (!session_) session_ = std::make_unique<Session>(runner_.start(command()), kLargestReply);
}

/// Ends a process after trouble and says in which way it had ended, or would not.
CallFailure Worker::diagnose(Trouble trouble) {
  bool in_time = false;
  const sandbox::Ending ending =
      trouble == Trouble::ended ? session_->ended(kEndSeconds, in_time) : session_->kill();
  cpu_s_ += ending.cpu_s;
  session_.reset();
  switch (trouble) {
    case Trouble::time:
      return {model::Verdict::time_limit, time_message(limits_.time_s)};
    case Trouble::output:
      return {model::Verdict::output_limit, fmt::format("printed more than {} KiB", limits_.output_kib)};
    case Trouble::too_large:
      return {model::Verdict::bad_reply, "the result is larger than any that is expected"};
    case Trouble::malformed:
      return {model::Verdict::bad_reply, "what came back is no reply of the grader's harness"};
    default:
      break;
  }
  if (ending.out_of_memory) return {model::Verdict::memory_limit, memory_message(limits_.memory_mib)};
  if (!in_time) return {model::Verdict::bad_reply, "closed the connection to the grader and went on"};
  if (used_up_cpu_time(ending)) return {model::Verdict::time_limit, "used up its CPU time"};
  require_not_killed(ending);
  if (ending.signal != 0) return {model::Verdict::runtime_error, crash_message(ending)};
  return {model::Verdict::runtime_error,
          fmt::format("ended the program ({}) instead of returning", to_string(ending))};
}

/// The second signal is for those that ignore the first.
bool Worker::used_up_cpu_time(const sandbox::Ending& ending) const {
  return ending.signal == SIGXCPU || (ending.signal == SIGKILL && ending.cpu_s >= cpu_limit());
}

/// What is confined cannot send itself this signal, and the grader's own were dealt with: it was the machine.
void Worker::require_not_killed(const sandbox::Ending& ending) const {
  if (ending.signal == SIGKILL && runner_.confines())
    throw util::GraderError(
        "the process of the function was killed from outside, as the machine does for want of memory; make "
        "room and try again");
}

double Worker::cpu_limit() const { return limits_.exercise_time_s + limits_.time_s + 1; }

std::string Worker::crash_message(const sandbox::Ending& ending) {
  const std::string how = to_string(ending);
  switch (ending.signal) {
    case SIGSEGV:
    case SIGBUS:
      return "crashed with " + how +
             ": it used memory that is not its own (an index out of range, a null pointer, a recursion "
             "without end)";
    case SIGFPE:
      return "crashed with " + how + ": an integer was divided by zero";
    case SIGABRT:
      return "crashed with " + how + ": it gave up; what it printed may say why";
    default:
      return "crashed with " + how;
  }
}

model::Outcome Worker::understand(wire::Kind kind, std::string_view payload) {
  switch (kind) {
    case wire::Kind::exception:
      return CallFailure{model::Verdict::runtime_error, exception_message(payload, limits_)};
    case wire::Kind::not_implemented:
      return CallFailure{model::Verdict::not_implemented, "not implemented yet"};
    case wire::Kind::out_of_memory:
      return CallFailure{model::Verdict::memory_limit, memory_message(limits_.memory_mib)};
    default:
      break;
  }
  try {
    return decode_value(payload, function_.returns);
  } catch (const BadBytes& error) {
    return CallFailure{model::Verdict::bad_reply, error.what()};
  }
}

CallResult Worker::call(const model::Arguments& arguments) {
  if (output_ == OutputLimit::per_call) printed_ = 0;
  start();
  session_->set_output_limit(static_cast<std::size_t>(limits_.output_kib) * 1024U - printed_);
  const std::uint32_t sequence = ++session_->sequence;
  Exchange exchange =
      session_->exchange(encode_request(sequence, arguments), sequence, limits_.time_s, stop_);
  CallResult call{CallFailure{}, std::move(exchange.output), exchange.trouble == Trouble::output,
                  exchange.wall_s};
  if (exchange.trouble == Trouble::none) {
    call.result = understand(exchange.kind, exchange.payload());
  } else {
    if (exchange.trouble == Trouble::ended) session_->read_output(call.output);
    const auto start = std::chrono::steady_clock::now();
    CallFailure failure = diagnose(exchange.trouble);
    // Waiting for its end is time that it took as well.
    call.wall_s += std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
    if (!sanitized_file_.empty() && failure.verdict == model::Verdict::runtime_error)
      if (auto finding = sanitizer_finding(call.output, sanitized_file_))
        failure.message = std::move(*finding);
    failure.ended = true;
    call.result = std::move(failure);
  }
  // The library prints names of types in what it says of a failed assertion.
  if (!exercise_.empty()) call.output = harness::without_solution_namespaces(std::move(call.output));
  printed_ += call.output.size();
  return call;
}

void Worker::dismiss() {
  if (session_) session_->close_requests();
}

std::optional<CallFailure> Worker::finish() {
  if (!session_) return std::nullopt;
  bool in_time = false;
  const sandbox::Ending ending = session_->finish(kEndSeconds, in_time);
  cpu_s_ += ending.cpu_s;
  session_.reset();
  if (!in_time) return CallFailure{model::Verdict::bad_reply, "did not end after its last call"};
  if (ending.out_of_memory)
    return CallFailure{model::Verdict::memory_limit, memory_message(limits_.memory_mib)};
  if (used_up_cpu_time(ending)) return CallFailure{model::Verdict::time_limit, "used up its CPU time"};
  require_not_killed(ending);
  if (ending.signal != 0)
    return CallFailure{model::Verdict::runtime_error, "after its last call it " + crash_message(ending)};
  if (ending.exit_status != 0)
    return CallFailure{model::Verdict::bad_reply,
                       fmt::format("ended with {} after its last call", to_string(ending))};
  return std::nullopt;
}

}  // namespace grader::worker
