#pragma once

#include <CLI/CLI.hpp>
#include <optional>
#include <string>

namespace grader::cli {

/// With what, and how well confined, submitted code is compiled and run.
struct MachineOptions {
  std::optional<std::string> cxx;
  std::optional<int> required_isolation;
  bool trust_submission = false;
  bool sanitize = false;
};

/// Declares --cxx, --require-isolation and --trust-submission.
void add_machine_options(CLI::App& command, MachineOptions& options);

/// Declares --sanitize, for commands that run a submission in the sandbox.
void add_sanitize_option(CLI::App& command, MachineOptions& options);

}  // namespace grader::cli
