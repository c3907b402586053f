#include "util/files.hpp"

#include <errno.h>
#include <fcntl.h>
#include <fmt/format.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <utility>

#include "util/error.hpp"
#include "util/random_bits.hpp"
#include "util/unique_fd.hpp"

namespace grader::util {
namespace {

std::string_view what_to_do(int error) {
  switch (error) {
    case ENOSPC:
    case EDQUOT:
      return "\n  make room on that disk";
    case EACCES:
    case EPERM:
      return "\n  look at the permissions of the file and of its folder";
    case EROFS:
      return "\n  its file system can only be read";
    default:
      return "";
  }
}

[[noreturn]] void fail(std::string_view action, const std::filesystem::path& path, int error) {
  throw GraderError(
      fmt::format("cannot {} {}: {}{}", action, path.string(), ::strerror(error), what_to_do(error)));
}

void make_folders(const std::filesystem::path& path) {
  std::error_code error;
  if (!path.empty()) std::filesystem::create_directories(path, error);
  if (error) fail("make the folder", path, error.value());
}

void write_all(int fd, std::string_view text, const std::filesystem::path& path) {
  while (!text.empty()) {
    const ssize_t count = ::write(fd, text.data(), text.size());
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) fail("write", path, errno);
    text.remove_prefix(static_cast<std::size_t>(count));
  }
}

void write_whole(const UniqueFd& fd, std::string_view text, Lasting lasting,
                 const std::filesystem::path& path) {
  write_all(fd.get(), text, path);
  if (lasting == Lasting::no) return;
  if (::fsync(fd.get()) != 0 && errno != EINVAL && errno != EROFS) fail("write", path, errno);
}

constexpr mode_t kMode = 0666;  // less the umask, as for any file that a user makes

/// Writes a file that gets its name, `temporary`, when it is complete: a grader that is killed leaves nothing
/// behind. False where the file system has no such files.
bool write_unnamed(const std::filesystem::path& temporary, std::string_view text, Lasting lasting,
                   const std::filesystem::path& path) {
  const std::string folder = temporary.has_parent_path() ? temporary.parent_path().string() : ".";
  const UniqueFd fd(::open(folder.c_str(), O_TMPFILE | O_WRONLY | O_CLOEXEC, kMode));
  if (!fd) return false;
  write_whole(fd, text, lasting, path);
  const std::string unnamed = fmt::format("/proc/self/fd/{}", fd.get());
  return ::linkat(AT_FDCWD, unnamed.c_str(), AT_FDCWD, temporary.c_str(), AT_SYMLINK_FOLLOW) == 0;
}

/// The same with a file that has the name from the beginning.
void write_named(const std::filesystem::path& temporary, std::string_view text, Lasting lasting,
                 const std::filesystem::path& path) {
  const UniqueFd fd(::open(temporary.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, kMode));
  if (!fd) fail("write", path, errno);
  try {
    write_whole(fd, text, lasting, path);
  } catch (...) {
    ::unlink(temporary.c_str());
    throw;
  }
}

}  // namespace

std::optional<std::string> read_file(const std::filesystem::path& path) {
  const UniqueFd fd(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
  if (!fd && (errno == ENOENT || errno == ENOTDIR)) return std::nullopt;
  if (!fd) fail("read", path, errno);
  constexpr std::size_t kBlock = 65536;
  struct stat status {};
  const bool has_size = ::fstat(fd.get(), &status) == 0 && S_ISREG(status.st_mode);
  // One byte more than there should be, so that the end is found without room for another block.
  std::string text(has_size ? static_cast<std::size_t>(status.st_size) + 1 : kBlock, '\0');
  std::size_t size = 0;
  while (true) {
    if (size == text.size()) text.resize(size + kBlock);
    const ssize_t count = ::read(fd.get(), text.data() + size, text.size() - size);
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) fail("read", path, errno);
    if (count == 0) break;
    size += static_cast<std::size_t>(count);
  }
  text.resize(size);
  return text;
}

void write_file(const std::filesystem::path& path, std::string_view text, Lasting lasting) {
  make_folders(path.parent_path());
  const std::filesystem::path temporary =
      path.parent_path() / fmt::format(".grader-{:016x}.tmp", random_bits());
  if (!write_unnamed(temporary, text, lasting, path)) write_named(temporary, text, lasting, path);
  if (::rename(temporary.c_str(), path.c_str()) == 0) return;
  const int error = errno;
  ::unlink(temporary.c_str());
  fail("write", path, error);
}

TemporaryDirectory::TemporaryDirectory(const std::filesystem::path& parent, std::string_view name_begin) {
  make_folders(parent);
  std::string name = (parent / fmt::format("{}-XXXXXX", name_begin)).string();
  if (::mkdtemp(name.data()) == nullptr) fail("make a folder in", parent, errno);
  path_ = name;
}

TemporaryDirectory::TemporaryDirectory(TemporaryDirectory&& other) noexcept
    : path_(std::exchange(other.path_, {})) {}

TemporaryDirectory::~TemporaryDirectory() {
  std::error_code ignored;
  if (!path_.empty()) std::filesystem::remove_all(path_, ignored);
}

}  // namespace grader::util
