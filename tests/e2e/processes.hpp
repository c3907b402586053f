#pragma once

#include <filesystem>
#include <fstream>
#include <optional>
#include <sstream>
#include <string>
#include <tuple>

#include "process.hpp"

/// Looks at the machine's processes through /proc.
namespace grader::e2e {

/// A process, told from a later one with the same number by when it began.
struct ProcessId {
  pid_t pid = 0;
  std::string begin;
  bool operator==(const ProcessId&) const = default;
};

struct ProcessFacts {
  ProcessId id;
  pid_t parent = 0;
  char state = 'Z';
  long used = 0;  // of the processor, in ticks
};

/// Nothing where there is no such process.
inline std::optional<ProcessFacts> facts_of(pid_t pid) {
  std::ifstream file("/proc/" + std::to_string(pid) + "/stat");
  std::string line;
  if (!std::getline(file, line)) return std::nullopt;
  // The name, in brackets, may hold anything; behind it the 12th word is the time used, the 20th the begin.
  std::istringstream words(line.substr(line.rfind(')') + 1));
  ProcessFacts facts;
  facts.id.pid = pid;
  words >> facts.state >> facts.parent;
  std::string skipped;
  for (int word = 3; word < 12; ++word) words >> skipped;
  words >> facts.used;
  for (int word = 13; word < 20; ++word) words >> skipped;
  words >> facts.id.begin;
  return facts;
}

inline bool is_alive(const ProcessId& process) {
  const auto facts = facts_of(process.pid);
  return facts && facts->id == process && facts->state != 'Z';
}

/// The child of a grader that runs an endless function: its program is in the cache, and it has used the
/// processor for longer than any other would. Waits for it.
inline std::optional<ProcessId> endless_worker_of(pid_t grader) {
  constexpr long kTicks = 20;
  std::optional<ProcessId> found;
  eventually([&] {
    for (const auto& entry : std::filesystem::directory_iterator("/proc")) {
      const std::string name = entry.path().filename();
      if (name.find_first_not_of("0123456789") != std::string::npos) continue;
      const auto facts = facts_of(static_cast<pid_t>(std::stol(name)));
      if (!facts || facts->parent != grader || facts->used < kTicks) continue;
      std::error_code error;
      const std::string program = std::filesystem::read_symlink(entry.path() / "exe", error);
      if (program.find(GRADER_TEST_CACHE "/xdg/grader/") != std::string::npos) found = facts->id;
    }
    return found.has_value();
  });
  return found;
}

}  // namespace grader::e2e
