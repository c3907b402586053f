#pragma once

#include <memory>
#include <optional>
#include <string>

#include "build/toolchain_compiler.hpp"
#include "pipeline/grade.hpp"
#include "sandbox/process.hpp"

namespace grader::cli {

/// The real compiler, cache and processes, built from what the command line says. Everything else is given
/// them.
class Services {
 public:
  explicit Services(const std::optional<std::string>& cxx, build::Mode mode = build::Mode::grade);
  Services(const Services&) = delete;
  Services& operator=(const Services&) = delete;

  build::ToolchainCompiler& compiler() { return *compiler_; }
  const sandbox::ProcessRunner& processes() const { return processes_; }
  pipeline::Services grading() { return {*compiler_, processes_}; }

 private:
  sandbox::LocalProcesses processes_;
  std::unique_ptr<build::ToolchainCompiler> compiler_;
};

/// As many as there are cores that this process may use.
int default_jobs();

/// The number that an isolation's description begins with: 0 of "0 (rlimits, process groups)".
int isolation_level(const std::string& isolation);

/// Throws util::GraderError that names both where the level there is falls short.
void require_isolation(int required, const std::string& isolation);

}  // namespace grader::cli
