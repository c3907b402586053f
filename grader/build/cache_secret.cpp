#include "build/cache_secret.hpp"

#include <errno.h>
#include <fcntl.h>
#include <fmt/format.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <charconv>
#include <optional>

#include "util/error.hpp"
#include "util/random_bits.hpp"
#include "util/unique_fd.hpp"

namespace grader::build {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kDigits = 16;

[[noreturn]] void fail(std::string_view action, const fs::path& file, int error) {
  throw util::GraderError(fmt::format("cannot {} {}: {}", action, file.string(), ::strerror(error)));
}

/// Nothing where there is none, or none to rely on.
std::optional<std::uint64_t> read_secret(const fs::path& file) {
  constexpr mode_t kOthers = 077;
  const util::UniqueFd fd(::open(file.c_str(), O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC));
  if (!fd && (errno == EACCES || errno == EPERM)) fail("read", file, errno);
  struct stat status {};
  if (!fd || ::fstat(fd.get(), &status) != 0 || !S_ISREG(status.st_mode)) return std::nullopt;
  if ((status.st_mode & kOthers) != 0 || status.st_uid != ::geteuid()) return std::nullopt;
  std::array<char, kDigits + 2> text{};
  if (::read(fd.get(), text.data(), text.size()) != kDigits + 1 || text[kDigits] != '\n') return std::nullopt;
  std::uint64_t secret = 0;
  const auto read = std::from_chars(text.data(), text.data() + kDigits, secret, 16);
  if (read.ec != std::errc() || read.ptr != text.data() + kDigits) return std::nullopt;
  return secret;
}

/// A complete file under a name of its own.
fs::path write_new_secret(const fs::path& root) {
  const fs::path file = root / fmt::format("secret.{:016x}.tmp", util::random_bits());
  const util::UniqueFd fd(::open(file.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600));
  if (!fd) fail("write", file, errno);
  const std::string text = fmt::format("{:016x}\n", util::random_bits());
  const bool written = ::write(fd.get(), text.data(), text.size()) == static_cast<ssize_t>(text.size());
  if (written && ::fchmod(fd.get(), 0600) == 0 && ::fsync(fd.get()) == 0) return file;
  const int error = errno;
  ::unlink(file.c_str());
  fail("write", file, error);
}

/// The first to give its file the name wins; where there are no hard links, the last.
void give_name(const fs::path& made, const fs::path& file) {
  bool done = ::link(made.c_str(), file.c_str()) == 0 || errno == EEXIST;
  if (!done && (errno == EPERM || errno == EOPNOTSUPP)) done = ::rename(made.c_str(), file.c_str()) == 0;
  const int error = errno;
  ::unlink(made.c_str());
  if (!done) fail("write", file, error);
}

}  // namespace

std::uint64_t cache_secret(const fs::path& root) {
  constexpr int kAttempts = 10;  // others may do the same
  const fs::path file = root / "secret";
  for (int attempt = 0; attempt < kAttempts; ++attempt) {
    if (const auto secret = read_secret(file)) return *secret;
    const fs::path made = write_new_secret(root);
    std::error_code ignored;
    // What is there was read a moment ago and is of no use to anybody.
    if (fs::exists(fs::symlink_status(file, ignored)) && !read_secret(file)) fs::remove_all(file, ignored);
    give_name(made, file);
  }
  throw util::GraderError(fmt::format("{} cannot be kept from other users there", file.string()));
}

}  // namespace grader::build
