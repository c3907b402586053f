#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace grader::cli {

enum class DebuggerKind { gdb, lldb };

struct Debugger {
  std::filesystem::path path;
  DebuggerKind kind = DebuggerKind::gdb;
};

/// The one asked for, by name or path, else the first of gdb and lldb in PATH. Throws util::UsageError for
/// one that is not there, util::GraderError that says how to install one where there is none.
Debugger find_debugger(const std::optional<std::string>& requested);

/// A call that a debugger is to make: the worker reads `request` as its descriptor 3.
struct DebugCall {
  std::filesystem::path executable;
  std::filesystem::path request;
  std::string function;          // to stop in
  std::string compiled_as;       // the name of the solution's file for the compiler: "topic/name.cpp"
  std::filesystem::path source;  // where that file really is
  bool batch = false;            // no questions: run, print where it stopped, end
};

/// The debugger's command line. Pure.
std::vector<std::string> debugger_command(const Debugger& debugger, const DebugCall& call);

/// Becomes the debugger. Throws util::GraderError where that fails.
[[noreturn]] void become(const std::vector<std::string>& command);

}  // namespace grader::cli
