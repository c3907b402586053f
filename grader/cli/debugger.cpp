#include "cli/debugger.hpp"

#include <errno.h>
#include <fmt/format.h>
#include <signal.h>
#include <string.h>
#include <unistd.h>

#include <cstdlib>
#include <string_view>

#include "cli/shell.hpp"
#include "util/error.hpp"

namespace grader::cli {
namespace {

namespace fs = std::filesystem;

std::optional<fs::path> executable(const fs::path& path) {
  std::error_code error;
  if (!fs::is_regular_file(path, error) || ::access(path.c_str(), X_OK) != 0) return std::nullopt;
  return fs::absolute(path);
}

std::optional<fs::path> in_path(const std::string& name) {
  if (name.find('/') != std::string::npos) return executable(name);
  const char* variable = std::getenv("PATH");
  std::string_view folders = variable == nullptr ? "" : variable;
  while (!folders.empty()) {
    const auto end = folders.find(':');
    if (end != 0)
      if (auto found = executable(fs::path(folders.substr(0, end)) / name)) return found;
    folders.remove_prefix(end == std::string_view::npos ? folders.size() : end + 1);
  }
  return std::nullopt;
}

DebuggerKind kind_of(const fs::path& path) {
  return path.filename().string().find("lldb") == std::string::npos ? DebuggerKind::gdb : DebuggerKind::lldb;
}

/// In gdb each `run` goes through a shell again, so that the program can be started over.
std::vector<std::string> gdb_command(const fs::path& path, const DebugCall& call) {
  std::vector<std::string> words{path.string(), "-q"};
  if (call.batch) words.emplace_back("-batch");
  const auto add = [&](const std::string& command) { words.insert(words.end(), {"-ex", command}); };
  // Exceptions become replies in the harness; whoever debugs wants to see where they are thrown.
  add("set breakpoint pending on");
  add("set confirm off");
  add(fmt::format("set substitute-path {} {}", call.compiled_as, shell_word(call.source.string())));
  add("break " + call.function);
  add("catch throw");
  add(fmt::format("run 3< {} 4> /dev/null", shell_word(call.request.string())));
  if (call.batch) add("bt");
  words.push_back(call.executable.string());
  return words;
}

/// lldb cannot redirect descriptor 3: a shell does, and becomes the worker under lldb's eyes.
std::vector<std::string> lldb_command(const fs::path& path, const DebugCall& call) {
  std::vector<std::string> words{path.string()};
  if (call.batch) words.emplace_back("--batch");
  const auto add = [&](const std::string& command) { words.insert(words.end(), {"-o", command}); };
  add("settings set target.process.stop-on-exec false");
  add("breakpoint set --name " + call.function);
  add("breakpoint set -E c++");
  add("run");
  if (call.batch) add("bt");
  words.insert(words.end(), {"--", "/bin/sh", "-c",
                             fmt::format("exec {} 3< {} 4> /dev/null", shell_word(call.executable.string()),
                                         shell_word(call.request.string()))});
  return words;
}

}  // namespace

Debugger find_debugger(const std::optional<std::string>& requested) {
  if (requested) {
    if (const auto found = in_path(*requested)) return {*found, kind_of(*found)};
    throw util::UsageError(fmt::format("there is no debugger '{}' (--debugger)", *requested));
  }
  for (const char* name : {"gdb", "lldb"})
    if (const auto found = in_path(name)) return {*found, kind_of(*found)};
  throw util::GraderError("there is no debugger in PATH; install one, for example: apt-get install gdb");
}

std::vector<std::string> debugger_command(const Debugger& debugger, const DebugCall& call) {
  return debugger.kind == DebuggerKind::gdb ? gdb_command(debugger.path, call)
                                            : lldb_command(debugger.path, call);
}

void become(const std::vector<std::string>& command) {
  // gdb starts programs with $SHELL, which need not understand "3<".
  ::setenv("SHELL", "/bin/sh", 1);
  ::signal(SIGPIPE, SIG_DFL);
  std::vector<char*> arguments;
  std::vector<std::string> words = command;
  for (std::string& word : words) arguments.push_back(word.data());
  arguments.push_back(nullptr);
  ::execv(arguments.front(), arguments.data());
  throw util::GraderError(fmt::format("cannot start {}: {}", command.front(), ::strerror(errno)));
}

}  // namespace grader::cli
