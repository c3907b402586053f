#include "util/files.hpp"

#include <errno.h>
#include <fcntl.h>
#include <fmt/format.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <utility>

#include "util/error.hpp"
#include "util/unique_fd.hpp"

namespace grader::util {
namespace {

[[noreturn]] void fail(std::string_view action, const std::filesystem::path& path, int error) {
  throw GraderError(fmt::format("cannot {} {}: {}", action, path.string(), ::strerror(error)));
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

}  // namespace

std::optional<std::string> read_file(const std::filesystem::path& path) {
  const UniqueFd fd(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
  if (!fd && (errno == ENOENT || errno == ENOTDIR)) return std::nullopt;
  if (!fd) fail("read", path, errno);
  std::string text;
  char buffer[65536];
  while (true) {
    const ssize_t count = ::read(fd.get(), buffer, sizeof buffer);
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) fail("read", path, errno);
    if (count == 0) return text;
    text.append(buffer, static_cast<std::size_t>(count));
  }
}

void write_file(const std::filesystem::path& path, std::string_view text) {
  constexpr mode_t kMode = 0666;  // less the umask, as for any file that a user makes
  make_folders(path.parent_path());
  std::string temporary = path.string() + fmt::format(".{}.tmp", ::getpid());
  UniqueFd fd(::open(temporary.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, kMode));
  if (!fd) fail("write", path, errno);
  try {
    write_all(fd.get(), text, path);
    if (::fsync(fd.get()) != 0 && errno != EINVAL && errno != EROFS) fail("write", path, errno);
    fd.reset();
    if (::rename(temporary.c_str(), path.c_str()) != 0) fail("write", path, errno);
  } catch (...) {
    ::unlink(temporary.c_str());
    throw;
  }
}

TemporaryDirectory::TemporaryDirectory(const std::filesystem::path& parent) {
  make_folders(parent);
  std::string name = (parent / "box-XXXXXX").string();
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
