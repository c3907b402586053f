#include "cli/services.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <thread>

#include "build/cache.hpp"
#include "sandbox/memory.hpp"
#include "util/error.hpp"

namespace grader::cli {

namespace {

/// Sanitizers read files, /proc among them: only Landlock can grant them those and nothing else.
void leave_room_for_sanitizers(sandbox::Isolation& isolation) {
  if (!isolation.namespaces) return;
  isolation.namespaces = false;
  isolation.missing.emplace_back("namespaces not used with --sanitize");
}

sandbox::Isolation sufficient_isolation(const MachineOptions& options) {
  sandbox::Isolation isolation = sandbox::probe();
  if (options.sanitize) leave_room_for_sanitizers(isolation);
  require_isolation(options, isolation);
  return isolation;
}

build::Toolchain sanitizing_toolchain(const build::Toolchain& toolchain) {
  if (toolchain.family == build::Family::gcc) return toolchain;
  throw util::UsageError(
      "--sanitize needs g++: clang's sanitizers start another program to find file and line, and a "
      "submission may "
      "start none\n  try --cxx g++");
}

}  // namespace

Services::Services(const MachineOptions& options, build::Mode mode)
    : processes_(sufficient_isolation(options)) {
  const build::Toolchain toolchain = build::find_toolchain(options.cxx, processes_);
  const build::Cache cache(build::Cache::default_root());
  const auto compiler = [&](const build::Toolchain& chosen, build::Mode in_mode) {
    return std::make_unique<build::ToolchainCompiler>(chosen, cache, processes_, in_mode);
  };
  compiler_ = compiler(toolchain, mode);
  if (options.sanitize) sanitizing_ = compiler(sanitizing_toolchain(toolchain), build::Mode::sanitized);
}

int cores() { return std::max(1, static_cast<int>(std::thread::hardware_concurrency())); }

int jobs_within(int most, std::int64_t available_mib) {
  // The largest measured: 40 solutions compiled together with g++ 12 take 640 MiB.
  constexpr std::int64_t kCompilerMib = 768;
  return static_cast<int>(std::clamp<std::int64_t>(available_mib / kCompilerMib, 1, most));
}

int default_jobs() { return jobs_within(cores(), sandbox::available_mib()); }

void require_isolation(const MachineOptions& options, const sandbox::Isolation& isolation) {
  const int required = options.required_isolation.value_or(0);
  if (isolation.level() < required)
    throw util::GraderError(
        fmt::format("--require-isolation {} asks for more than there is: {}\n"
                    "  nothing was compiled or run; grader doctor says what is there",
                    required, isolation.text()));
  if (isolation.level() == 0 && !options.trust_submission)
    throw util::GraderError(fmt::format(
        "this machine offers no isolation: {}\n"
        "  what was submitted could read and change whatever you can, so nothing was compiled or run\n"
        "  where it is your own, add --trust-submission",
        isolation.text()));
}

}  // namespace grader::cli
