#include "cli/services.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <thread>

#include "build/cache.hpp"
#include "util/error.hpp"

namespace grader::cli {

Services::Services(const std::optional<std::string>& cxx, build::Mode mode)
    : compiler_(std::make_unique<build::ToolchainCompiler>(build::find_toolchain(cxx, processes_),
                                                           build::Cache(build::Cache::default_root()),
                                                           processes_, mode)) {}

int default_jobs() { return std::max(1, static_cast<int>(std::thread::hardware_concurrency())); }

int isolation_level(const std::string& isolation) {
  int level = -1;
  std::from_chars(isolation.data(), isolation.data() + isolation.size(), level);
  return level;
}

void require_isolation(int required, const std::string& isolation) {
  if (isolation_level(isolation) >= required) return;
  throw util::GraderError(
      fmt::format("--require-isolation {} asks for more than there is: {}\n"
                  "  nothing was compiled or run; grader doctor says what is there",
                  required, isolation));
}

}  // namespace grader::cli
