#include "sandbox/landlock.hpp"

#include <errno.h>
#include <fcntl.h>
#include <fmt/format.h>
#include <linux/landlock.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <algorithm>
#include <cstdint>

#include "util/error.hpp"

namespace grader::sandbox {
namespace {

// Of newer kernels than the headers that this is compiled with may come from.
constexpr std::uint64_t kRefer = 1U << 13;        // version 2
constexpr std::uint64_t kTruncate = 1U << 14;     // version 3
constexpr std::uint64_t kTcp = 3;                 // version 4: bind and connect
constexpr std::uint64_t kIoctlDevice = 1U << 15;  // version 5
constexpr std::uint64_t kScopes = 3;              // version 6: abstract sockets, signals

/// The kernel takes as much of it as its version knows.
struct RulesetAttributes {
  std::uint64_t files;
  std::uint64_t network;
  std::uint64_t scopes;
};

constexpr std::uint64_t kReadFile = LANDLOCK_ACCESS_FS_EXECUTE | LANDLOCK_ACCESS_FS_READ_FILE;
constexpr std::uint64_t kRead = kReadFile | LANDLOCK_ACCESS_FS_READ_DIR;

std::uint64_t all_file_rights(int version) {
  std::uint64_t rights = (1U << 13) - 1;
  if (version >= 2) rights |= kRefer;
  if (version >= 3) rights |= kTruncate;
  if (version >= 5) rights |= kIoctlDevice;
  return rights;
}

int add_rule(int rules, int file, std::uint64_t rights) {
  landlock_path_beneath_attr rule{};
  rule.allowed_access = rights;
  rule.parent_fd = file;
  return static_cast<int>(::syscall(SYS_landlock_add_rule, rules, LANDLOCK_RULE_PATH_BENEATH, &rule, 0));
}

void grant(int rules, const std::filesystem::path& path, std::uint64_t rights) {
  const util::UniqueFd file(::open(path.c_str(), O_PATH | O_CLOEXEC));
  if (!file && errno == ENOENT) return;
  struct stat status {};
  const bool there = file && ::fstat(file.get(), &status) == 0;
  // Rights to a folder's entries make no sense for a file and are refused.
  if (!there || add_rule(rules, file.get(), S_ISDIR(status.st_mode) ? rights : rights & kReadFile) != 0)
    throw util::GraderError(
        fmt::format("cannot grant {} to what is confined: {}", path.string(), ::strerror(errno)));
}

}  // namespace

int landlock_version() {
  const auto version = ::syscall(SYS_landlock_create_ruleset, nullptr, 0, LANDLOCK_CREATE_RULESET_VERSION);
  return static_cast<int>(std::max(version, 0L));
}

util::UniqueFd landlock_rules(const FileGrants& grants) {
  const int version = landlock_version();
  const std::uint64_t everything = all_file_rights(version);
  const RulesetAttributes attributes{everything, version >= 4 ? kTcp : 0, version >= 6 ? kScopes : 0};
  const std::size_t size = version >= 6 ? 24 : version >= 4 ? 16 : 8;
  util::UniqueFd rules(static_cast<int>(::syscall(SYS_landlock_create_ruleset, &attributes, size, 0)));
  if (!rules) throw util::GraderError(fmt::format("cannot make Landlock rules: {}", ::strerror(errno)));
  for (const auto& path : grants.readable) grant(rules.get(), path, kRead);
  for (const auto& path : grants.writable) grant(rules.get(), path, everything);
  return rules;
}

bool grant_own_proc(int rules) {
  const int folder = ::open("/proc/self", O_PATH | O_CLOEXEC);
  const bool granted =
      folder >= 0 && add_rule(rules, folder, LANDLOCK_ACCESS_FS_READ_FILE | LANDLOCK_ACCESS_FS_READ_DIR) == 0;
  ::close(folder);
  return granted;
}

bool restrict_files(int rules) { return ::syscall(SYS_landlock_restrict_self, rules, 0) == 0; }

}  // namespace grader::sandbox
