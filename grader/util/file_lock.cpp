#include "util/file_lock.hpp"

#include <errno.h>
#include <fcntl.h>
#include <fmt/format.h>
#include <string.h>
#include <sys/file.h>

#include <chrono>
#include <thread>

#include "util/error.hpp"

namespace grader::util {
namespace {

/// Opened for writing, because a lock on a network's file system needs that.
UniqueFd open_for_lock(const std::filesystem::path& file) {
  constexpr mode_t kMode = 0666;
  return UniqueFd(::open(file.c_str(), O_RDWR | O_CREAT | O_NOFOLLOW | O_CLOEXEC, kMode));
}

int try_lock(const UniqueFd& fd, int operation) {
  while (::flock(fd.get(), operation | LOCK_NB) != 0)
    if (errno != EINTR) return errno;
  return 0;
}

}  // namespace

FileLock FileLock::wait_for(const std::filesystem::path& file, Kind kind, const std::stop_token& stop) {
  constexpr std::chrono::milliseconds kPause{10};
  UniqueFd fd = open_for_lock(file);
  if (!fd && kind == Kind::shared && (errno == EROFS || errno == EACCES)) return FileLock(UniqueFd());
  if (!fd) throw GraderError(fmt::format("cannot write {}: {}", file.string(), ::strerror(errno)));
  while (true) {
    if (try_lock(fd, kind == Kind::shared ? LOCK_SH : LOCK_EX) != EWOULDBLOCK) return FileLock(std::move(fd));
    if (stop.stop_requested()) throw Interrupted();
    std::this_thread::sleep_for(kPause);
  }
}

std::optional<FileLock> FileLock::try_for(const std::filesystem::path& file) {
  UniqueFd fd = open_for_lock(file);
  if (!fd || try_lock(fd, LOCK_EX) != 0) return std::nullopt;
  return FileLock(std::move(fd));
}

}  // namespace grader::util
