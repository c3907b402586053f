#include "sandbox/unused_user.hpp"

#include <errno.h>
#include <fmt/format.h>
#include <string.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <cstdint>
#include <fstream>

#include "util/error.hpp"
#include "util/random_bits.hpp"

namespace grader::sandbox {
namespace {

struct Range {
  std::uint64_t first = 0;
  std::uint64_t count = 0;
};

/// The numbers to choose from. Where all exist: some that no distribution hands out (systemd lists what is
/// taken: systemd.io/UIDS-GIDS). In a container that has few of them: the highest.
Range choose_range() {
  constexpr Range kPreferred{0x6f000000, 0x1000000};
  constexpr std::uint64_t kFew = 4096;
  Range widest;
  std::ifstream map("/proc/self/uid_map");
  std::uint64_t outside = 0;
  for (Range mapped; map >> mapped.first >> outside >> mapped.count;) {
    if (mapped.first <= kPreferred.first &&
        mapped.first + mapped.count >= kPreferred.first + kPreferred.count)
      return kPreferred;
    if (mapped.count > widest.count) widest = mapped;
  }
  const std::uint64_t count = std::min(kFew, widest.count / 2);
  return {widest.first + widest.count - count, count};
}

void give(const std::filesystem::path& path, uid_t user) {
  if (::lchown(path.c_str(), user, user) != 0)
    throw util::GraderError(
        fmt::format("cannot give {} to another user: {}", path.string(), ::strerror(errno)));
}

}  // namespace

uid_t unused_user() {
  static const Range range = choose_range();
  // Containers that share a kernel have the same process numbers, and would have the same users.
  static std::atomic<std::uint64_t> next{util::random_bits()};
  if (range.count == 0) throw util::GraderError("there is no user number that nobody has");
  return static_cast<uid_t>(range.first + next++ % range.count);
}

void give_to(const std::filesystem::path& folder, uid_t user) {
  give(folder, user);
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) give(entry.path(), user);
}

}  // namespace grader::sandbox
