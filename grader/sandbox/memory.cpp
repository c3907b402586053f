#include "sandbox/memory.hpp"

#include <algorithm>
#include <fstream>
#include <limits>
#include <string>

namespace grader::sandbox {
namespace {

constexpr std::int64_t kUnknown = std::numeric_limits<std::int64_t>::max();
constexpr std::int64_t kMib = std::int64_t{1} << 20U;

/// "MemAvailable:    8123456 kB", see proc_meminfo(5).
std::int64_t available_on_machine(const std::filesystem::path& root) {
  std::ifstream lines(root / "proc/meminfo");
  std::string unit;
  std::int64_t kib = 0;
  for (std::string name; lines >> name >> kib; std::getline(lines, unit))
    if (name == "MemAvailable:") return kib / 1024;
  return kUnknown;
}

/// Of the group at the top, which is a container's own. The machine's own top has no such file; "max" is no
/// number.
std::int64_t limit_of_container(const std::filesystem::path& root) {
  for (const char* file : {"sys/fs/cgroup/memory.max", "sys/fs/cgroup/memory/memory.limit_in_bytes"}) {
    std::ifstream text(root / file);
    std::int64_t bytes = 0;
    if (text >> bytes) return bytes / kMib;
  }
  return kUnknown;
}

}  // namespace

std::int64_t available_mib(const std::filesystem::path& root) {
  return std::min(available_on_machine(root), limit_of_container(root));
}

}  // namespace grader::sandbox
