#include "util/beneath.hpp"

#include <errno.h>
#include <fcntl.h>
#include <linux/openat2.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <vector>

namespace grader::util {
namespace {

constexpr int kAlways = O_NOFOLLOW | O_NONBLOCK | O_NOCTTY | O_CLOEXEC;
constexpr int kFolder = O_PATH | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC;

/// With O_PATH the kernel knows no other flags than these.
int all_flags(int flags) { return (flags & O_PATH) != 0 ? flags | O_NOFOLLOW | O_CLOEXEC : flags | kAlways; }

bool is_link(int folder, const std::string& name) {
  struct stat status {};
  return ::fstatat(folder, name.c_str(), &status, AT_SYMLINK_NOFOLLOW) == 0 && S_ISLNK(status.st_mode);
}

/// A link in the place of a folder is ENOTDIR to the kernel.
UniqueFd open_part(int folder, const std::string& name, int flags) {
  UniqueFd opened(::openat(folder, name.c_str(), flags));
  if (opened) return opened;
  const int error = errno;
  errno = error == ENOTDIR && is_link(folder, name) ? ELOOP : error;
  return {};
}

UniqueFd open_stepwise(int folder, const std::filesystem::path& path, int flags) {
  UniqueFd above;
  for (const std::filesystem::path& part : path.parent_path()) {
    above = open_part(above ? above.get() : folder, part.string(), kFolder);
    if (!above) return {};
  }
  return open_part(above ? above.get() : folder, path.filename().string(), all_flags(flags));
}

/// Containers of old refuse a call that they do not know with EPERM instead of ENOSYS. EAGAIN: somebody moves
/// folders meanwhile.
bool is_unusable(int error) {
  return error == ENOSYS || error == EPERM || error == EINVAL || error == EAGAIN;
}

}  // namespace

UniqueFd open_beneath(int folder, const std::filesystem::path& path, int flags) {
  open_how how{};
  how.flags = static_cast<std::uint64_t>(all_flags(flags));
  how.resolve = RESOLVE_BENEATH | RESOLVE_NO_SYMLINKS | RESOLVE_NO_MAGICLINKS;
  const long opened = ::syscall(SYS_openat2, folder, path.c_str(), &how, sizeof how);
  if (opened >= 0) return UniqueFd(static_cast<int>(opened));
  return is_unusable(errno) ? open_stepwise(folder, path, flags) : UniqueFd();
}

std::optional<Obstacle> first_obstacle(int folder, const std::filesystem::path& path) {
  std::filesystem::path way;
  UniqueFd above;
  for (const std::filesystem::path& part : path) {
    way /= part;
    const int at = above ? above.get() : folder;
    struct stat status {};
    if (::fstatat(at, part.c_str(), &status, AT_SYMLINK_NOFOLLOW) != 0) return std::nullopt;
    if (!S_ISDIR(status.st_mode)) return Obstacle{way, status.st_mode & S_IFMT};
    UniqueFd next(::openat(at, part.c_str(), kFolder));
    if (!next) return std::nullopt;
    above = std::move(next);
  }
  return std::nullopt;
}

}  // namespace grader::util
