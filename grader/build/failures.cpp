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

}  // namespace

bool hit_limit(const sandbox::Finished& finished) {
  const sandbox::Ending& ending = finished.ending;
  if (finished.timed_out || ending.signal == SIGXCPU || ending.signal == SIGXFSZ || ending.out_of_memory)
    return true;
  if (ending.cpu_s >= kCompileLimits.cpu_s) return true;
  for (const char* sign :
       {"CPU time limit exceeded", "File size limit exceeded", "virtual memory exhausted", "out of memory",
        "std::bad_alloc", "LLVM ERROR: out of memory", "Cannot allocate memory", "terminated with signal 24",
        "terminated with signal 25"})
    if (finished.output.find(sign) != std::string::npos) return true;
  return false;
}

bool says_killed(const sandbox::Finished& finished) {
  return says_any(finished, {"Killed signal terminated program", "terminated with signal 9",
                             "unable to execute command: Killed"});
}

bool speaks_of_code(const sandbox::Finished& finished, const std::string& file) {
  return says_any(finished, {file.empty() ? "" : file + ":", "undefined reference", "multiple definition",
                             "Assembler messages"});
}

bool is_worth_another_try(const sandbox::Finished& finished, const std::string& file) {
  return !succeeded(finished) && !hit_limit(finished) &&
         (!speaks_of_code(finished, file) || says_killed(finished) || says_no_room(finished));
}

BuildFailure limit_failure(const std::string& file, const sandbox::Finished& failed) {
  if (failed.timed_out)
    return {
        model::Verdict::compile_limit,
        fmt::format(
            "{}: compiling was not done after {} s, {:.1f} s of them CPU time; where the machine was busy "
            "with other things, try again\n",
            file, kCompileSeconds, failed.ending.cpu_s)};
  return {model::Verdict::compile_limit,
          fmt::format("{}: compiling took more than {} s of CPU time, {} MiB of memory or {} MiB of output\n",
                      file, kCompileLimits.cpu_s, kCompileLimits.address_space_mib,
                      kCompileLimits.file_size_mib)};
}

}  // namespace grader::build
