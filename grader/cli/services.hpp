#pragma once

#include <cstdint>
#include <memory>

#include "build/toolchain_compiler.hpp"
#include "cli/machine_options.hpp"
#include "pipeline/grade.hpp"
#include "sandbox/isolation.hpp"
#include "sandbox/process.hpp"

namespace grader::cli {

/// The real compiler, cache and processes, built from what the command line says. Everything else is given
/// them.
class Services {
 public:
  /// Throws util::GraderError where the machine isolates less than the options ask for.
  explicit Services(const MachineOptions& options, build::Mode mode = build::Mode::grade);
  Services(const Services&) = delete;
  Services& operator=(const Services&) = delete;

  build::ToolchainCompiler& compiler() { return *compiler_; }
  const sandbox::ProcessRunner& processes() const { return processes_; }
  /// What compiles submissions: another compiler with --sanitize.
  build::ToolchainCompiler& submitted() { return sanitizing_ ? *sanitizing_ : *compiler_; }
  pipeline::Services grading() { return {*compiler_, processes_, sanitizing_.get(), &compiler_->cache()}; }

 private:
  sandbox::LocalProcesses processes_;
  std::unique_ptr<build::ToolchainCompiler> compiler_;
  std::unique_ptr<build::ToolchainCompiler> sanitizing_;
};

/// Those that this process may use.
int cores();

/// How many compilers so much memory is enough for, at least one and at most `most`.
int jobs_within(int most, std::int64_t available_mib);

/// As many as there are cores, and no more than memory allows.
int default_jobs();

/// Throws util::GraderError where what there is falls short of what is required, or is nothing at all and the
/// submission is not trusted.
void require_isolation(const MachineOptions& options, const sandbox::Isolation& isolation);

}  // namespace grader::cli
