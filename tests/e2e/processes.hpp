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

inline bool is_below(const ProcessFacts& process, pid_t grader) {
  std::optional<ProcessFacts> facts = process;
  while (facts && facts->parent != grader && facts->parent > 1) facts = facts_of(facts->parent);
  return facts && facts->parent == grader;
}

/// A process below the grader that has used the processor for so long and that `is_it`. Waits for it.
template <class Predicate>
std::optional<ProcessId> busy_descendant_of(pid_t grader, long ticks, const Predicate& is_it) {
  std::optional<ProcessId> found;
  eventually([&] {
    for (const auto& entry : std::filesystem::directory_iterator("/proc")) {
      const std::string name = entry.path().filename();
      if (name.find_first_not_of("0123456789") != std::string::npos) continue;
      const auto facts = facts_of(static_cast<pid_t>(std::stol(name)));
      const bool busy = facts && facts->used >= ticks && facts->state != 'Z';
      if (busy && is_below(*facts, grader) && is_it(entry.path())) found = facts->id;
    }
    return found.has_value();
  });
  return found;
}

inline std::optional<ProcessId> busy_descendant_of(pid_t grader, long ticks) {
  return busy_descendant_of(grader, ticks, [](const std::filesystem::path&) { return true; });
}

/// The worker of a grader that runs an endless function: its program is in the cache, and it has used the
/// processor for longer than any other would. Waits for it.
inline std::optional<ProcessId> endless_worker_of(pid_t grader) {
  constexpr long kTicks = 20;
  return busy_descendant_of(grader, kTicks, [](const std::filesystem::path& process) {
    std::error_code error;
    const std::string program = std::filesystem::read_symlink(process / "exe", error);
    return program.find("/grader/worker/") != std::string::npos;
  });
}

}  // namespace grader::e2e
