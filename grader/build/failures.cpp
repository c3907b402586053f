#include "build/failures.hpp"

#include <fmt/format.h>
#include <signal.h>

#include <algorithm>
#include <initializer_list>
#include <string_view>

#include "build/trial.hpp"
#include "build/unit.hpp"

namespace grader::build {
namespace {

bool says_any(const sandbox::Finished& finished, std::initializer_list<std::string_view> signs) {
  return std::any_of(signs.begin(), signs.end(), [&](std::string_view sign) {
    return !sign.empty() && finished.output.find(sign) != std::string::npos;
  });
}

bool took_too_long(const sandbox::Finished& finished, const Budget& budget) {
  return finished.ending.signal == SIGXCPU || finished.ending.cpu_s >= budget.cpu_s ||
         says_any(finished, {"CPU time limit exceeded", "terminated with signal 24"});
}

bool wrote_too_much(const sandbox::Finished& finished) {
  return finished.ending.signal == SIGXFSZ ||
         says_any(finished, {"File size limit exceeded", "terminated with signal 25"});
}

bool took_too_much_memory(const sandbox::Finished& finished) {
  return finished.ending.out_of_memory ||
         says_any(finished, {"virtual memory exhausted", "out of memory", "std::bad_alloc",
                             "LLVM ERROR: out of memory", "Cannot allocate memory"});
}

}  // namespace

Budget budget_of(const model::Limits& limits) {
  return {limits.compile_time_s, limits.compile_mib, limits.object_mib, limits.diagnostics_kib};
}

Budget smaller(const Budget& one, const Budget& other) {
  return {std::min(one.cpu_s, other.cpu_s), std::min(one.memory_mib, other.memory_mib),
          std::min(one.file_mib, other.file_mib), std::min(one.diagnostics_kib, other.diagnostics_kib)};
}

Budget larger(const Budget& one, const Budget& other) {
  return {std::max(one.cpu_s, other.cpu_s), std::max(one.memory_mib, other.memory_mib),
          std::max(one.file_mib, other.file_mib), std::max(one.diagnostics_kib, other.diagnostics_kib)};
}

bool hit_limit(const sandbox::Finished& finished, const Budget& budget) {
  return finished.timed_out || took_too_long(finished, budget) || wrote_too_much(finished) ||
         took_too_much_memory(finished);
}

bool says_killed(const sandbox::Finished& finished) {
  return says_any(finished, {"Killed signal terminated program", "terminated with signal 9",
                             "unable to execute command: Killed"});
}

bool speaks_of_code(const sandbox::Finished& finished, const std::string& file) {
  return says_any(finished, {file.empty() ? "" : file + ":", "undefined reference", "multiple definition",
                             "Assembler messages"});
}

bool is_worth_another_try(const sandbox::Finished& finished, const std::string& file, const Budget& budget) {
  return !succeeded(finished) && !hit_limit(finished, budget) &&
         (!speaks_of_code(finished, file) || says_killed(finished) || says_no_room(finished));
}

BuildFailure limit_failure(const std::string& file, const sandbox::Finished& failed, const Budget& budget) {
  std::string what;
  if (took_too_long(failed, budget))
    what = fmt::format("took more than {:g} s of CPU time", budget.cpu_s);
  else if (failed.timed_out)
    what = fmt::format(
        "was not done after {:g} s, {:.1f} s of them CPU time; where the machine was busy with other things, "
        "try again",
        budget.wall_s(), failed.ending.cpu_s);
  else if (wrote_too_much(failed))
    what = fmt::format("made more than {} MiB of output", budget.file_mib);
  else
    what = fmt::format("took more than {} MiB of memory", budget.memory_mib);
  return {model::Verdict::compile_limit, fmt::format("{}: compiling {}\n", file, what)};
}

}  // namespace grader::build
