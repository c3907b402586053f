#pragma once

#include <CLI/CLI.hpp>
#include <memory>
#include <string>
#include <vector>

#include "cli/context.hpp"

namespace grader::cli {

/// "0.1.0".
const char* version();

/// The exit codes of all commands but `run`, which may also end with the code of a signal.
inline constexpr int kPassed = 0;
inline constexpr int kNotPassed = 1;
inline constexpr int kWrongUse = 2;
inline constexpr int kGraderFailed = 3;

/// The parser of the whole command line. Choosing a command sets `context.action`.
std::unique_ptr<CLI::App> make_app(Context& context);

/// Does what the arguments (without the program's name) ask for and returns the exit code. Throws
/// util::UsageError where they make no sense, and whatever the command throws.
int run(const std::vector<std::string>& arguments);

}  // namespace grader::cli
