#include "course/submission.hpp"

#include <errno.h>
#include <fcntl.h>
#include <fmt/format.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <optional>

#include "util/beneath.hpp"
#include "util/error.hpp"

namespace grader::course {
namespace {

namespace fs = std::filesystem;

constexpr off_t kLargest = 1024 * 1024;
constexpr int kMostAttempts = 3;  // at a file that changes while it is read

util::UniqueFd open_directory(const fs::path& directory) {
  return util::UniqueFd(::open(directory.c_str(), O_PATH | O_DIRECTORY | O_CLOEXEC));
}

/// "a symbolic link", as far as it is no folder.
std::string_view name_of(mode_t kind) {
  switch (kind) {
    case S_IFLNK:
      return "a symbolic link";
    case S_IFIFO:
      return "a named pipe (FIFO)";
    case S_IFSOCK:
      return "a socket";
    case S_IFCHR:
    case S_IFBLK:
      return "a device";
    case S_IFDIR:
      return "a directory";
    default:
      return "a file";
  }
}

Unread refused(std::string why) { return {false, std::move(why)}; }

Unread not_a_file(mode_t kind) {
  return refused(fmt::format("is {}; put {} in its place", name_of(kind),
                             kind == S_IFLNK ? "the file itself" : "a file"));
}

/// Whether an error is about the file and the way to it, not about the machine: too many open files, a disk
/// that cannot be read.
bool is_of_the_file(int error) {
  constexpr std::array kOfTheFile{EACCES, EPERM, ELOOP, ENOTDIR, EISDIR, EXDEV, ENXIO, ENAMETOOLONG, ENODEV};
  return std::find(kOfTheFile.begin(), kOfTheFile.end(), error) != kOfTheFile.end();
}

/// Why a path could not be opened, which failed with `error`. Throws util::GraderError where the machine is
/// at fault.
Unread not_opened(int directory, const fs::path& file, int error) {
  if (error == ENOENT) return {true, "is missing"};
  if (!is_of_the_file(error))
    throw util::GraderError(fmt::format("cannot read {}: {}", file.string(), ::strerror(error)));
  const auto obstacle = util::first_obstacle(directory, file);
  if (obstacle && obstacle->path == file && obstacle->kind != S_IFREG) return not_a_file(obstacle->kind);
  if (obstacle && obstacle->path != file)
    return refused(fmt::format("is behind '{}', which is {}; put a directory in its place",
                               obstacle->path.string(), name_of(obstacle->kind)));
  return refused(fmt::format("cannot be read: {}; look at its permissions and at those of its directory",
                             ::strerror(error)));
}

/// At most one byte more than a file may have, whatever its size was said to be.
std::optional<std::string> read_bounded(int fd) {
  std::string text;
  char buffer[65536];
  while (text.size() <= static_cast<std::size_t>(kLargest)) {
    const ssize_t count = ::read(fd, buffer, sizeof buffer);
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) return std::nullopt;
    if (count == 0) break;
    text.append(buffer, static_cast<std::size_t>(count));
  }
  return text;
}

bool is_unchanged(const struct stat& before, const struct stat& after) {
  return before.st_size == after.st_size && before.st_mtim.tv_sec == after.st_mtim.tv_sec &&
         before.st_mtim.tv_nsec == after.st_mtim.tv_nsec && before.st_ctim.tv_sec == after.st_ctim.tv_sec &&
         before.st_ctim.tv_nsec == after.st_ctim.tv_nsec;
}

/// Nothing where it changed meanwhile.
std::optional<std::variant<std::string, Unread>> read_once(int directory, const fs::path& file) {
  struct stat status {};
  // Opening some devices does something, so what it is comes first.
  const util::UniqueFd place = util::open_beneath(directory, file, O_PATH);
  if (!place) return not_opened(directory, file, errno);
  if (::fstat(place.get(), &status) == 0 && !S_ISREG(status.st_mode))
    return not_a_file(status.st_mode & S_IFMT);
  const util::UniqueFd fd = util::open_beneath(directory, file, O_RDONLY);
  if (!fd) return not_opened(directory, file, errno);
  if (::fstat(fd.get(), &status) != 0) return not_opened(directory, file, errno);
  if (!S_ISREG(status.st_mode)) return not_a_file(status.st_mode & S_IFMT);
  if (status.st_size > kLargest) return refused("is larger than 1 MiB");
  auto text = read_bounded(fd.get());
  if (!text) return not_opened(directory, file, errno);
  if (text->size() > static_cast<std::size_t>(kLargest)) return refused("is larger than 1 MiB");
  struct stat after {};
  if (::fstat(fd.get(), &after) != 0 || !is_unchanged(status, after)) return std::nullopt;
  if (text->find('\0') != std::string::npos) return refused("holds NUL bytes; it is no text file");
  return std::move(*text);
}

[[noreturn]] void fail(std::string_view action, const fs::path& path, int error) {
  throw util::GraderError(fmt::format("cannot {} {}: {}", action, path.string(), ::strerror(error)));
}

/// A link in the way is the user's to remove: writing through it would change what is elsewhere.
[[noreturn]] void fail_on_the_way(int root, const fs::path& directory, const fs::path& folder, int error) {
  const auto obstacle = util::first_obstacle(root, folder);
  if (!obstacle) fail("open", directory / folder, error);
  throw util::UsageError(
      fmt::format("{} is {}, which the grader does not follow\n  put a directory in its place",
                  (directory / obstacle->path).string(), name_of(obstacle->kind)));
}

/// Makes the folders that are missing, and is then the one that holds `file`.
class Folder {
 public:
  Folder(const fs::path& directory, const fs::path& file) : name_(file.filename()), path_(directory / file) {
    std::error_code ignored;
    fs::create_directories(directory, ignored);
    const util::UniqueFd root = open_directory(directory);
    if (!root) fail("open the directory", directory, errno);
    folder_ = util::UniqueFd(::fcntl(root.get(), F_DUPFD_CLOEXEC, 0));
    fs::path way;
    for (const fs::path& part : file.parent_path()) {
      way /= part;
      constexpr mode_t kMode = 0777;  // less the umask, as for any folder that a user makes
      if (::mkdirat(folder_.get(), part.c_str(), kMode) != 0 && errno != EEXIST)
        fail("make the directory", directory / way, errno);
      folder_ = util::open_beneath(root.get(), way, O_PATH | O_DIRECTORY);
      if (!folder_) fail_on_the_way(root.get(), directory, way, errno);
    }
  }

  bool has(const std::string& name) const {
    struct stat status {};
    return ::fstatat(folder_.get(), name.c_str(), &status, AT_SYMLINK_NOFOLLOW) == 0;
  }
  void replace(std::string_view text) const {
    const std::string temporary = fmt::format("{}.{}.tmp", name_, ::getpid());
    ::unlinkat(folder_.get(), temporary.c_str(), 0);
    try {
      write(temporary, text);
      if (::renameat(folder_.get(), temporary.c_str(), folder_.get(), name_.c_str()) != 0)
        fail("write", path_, errno);
    } catch (...) {
      ::unlinkat(folder_.get(), temporary.c_str(), 0);
      throw;
    }
  }
  void rename(const std::string& name) const {
    if (::renameat(folder_.get(), name_.c_str(), folder_.get(), name.c_str()) != 0)
      fail("rename", path_, errno);
  }
  const std::string& name() const { return name_; }

 private:
  void write(const std::string& name, std::string_view text) const {
    constexpr mode_t kMode = 0666;
    const util::UniqueFd fd(
        ::openat(folder_.get(), name.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, kMode));
    if (!fd) fail("write", path_, errno);
    while (!text.empty()) {
      const ssize_t count = ::write(fd.get(), text.data(), text.size());
      if (count < 0 && errno == EINTR) continue;
      if (count < 0) fail("write", path_, errno);
      text.remove_prefix(static_cast<std::size_t>(count));
    }
    if (::fsync(fd.get()) != 0 && errno != EINVAL && errno != EROFS) fail("write", path_, errno);
  }

  std::string name_;
  fs::path path_;
  util::UniqueFd folder_;
};

}  // namespace

std::variant<std::string, Unread> read_submitted(const fs::path& directory, const fs::path& file) {
  const util::UniqueFd root = open_directory(directory);
  if (!root && errno == ENOENT) return Unread{true, "is missing"};
  if (!root) return refused(fmt::format("cannot be read: {}: {}", directory.string(), ::strerror(errno)));
  for (int attempt = 0; attempt < kMostAttempts; ++attempt)
    if (auto read = read_once(root.get(), file)) return std::move(*read);
  return refused("changes while it is read; save it, and grade again");
}

bool is_submitted(const fs::path& directory, const fs::path& file) {
  const util::UniqueFd root = open_directory(directory);
  if (!root) return false;
  if (util::open_beneath(root.get(), file, O_PATH)) return true;
  if (errno == ENOENT) return false;
  const auto obstacle = util::first_obstacle(root.get(), file);
  if (obstacle && obstacle->path == file) return true;
  fail_on_the_way(root.get(), directory, file, errno);
}

void write_submitted(const fs::path& directory, const fs::path& file, std::string_view text) {
  Folder(directory, file).replace(text);
}

fs::path set_aside(const fs::path& directory, const fs::path& file) {
  const Folder folder(directory, file);
  std::string name = folder.name() + ".bak";
  for (int number = 2; folder.has(name); ++number) name = fmt::format("{}.bak{}", folder.name(), number);
  folder.rename(name);
  return (directory / file).replace_filename(name);
}

}  // namespace grader::course
