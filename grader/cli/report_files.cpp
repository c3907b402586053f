#include "cli/report_files.hpp"

#include <errno.h>
#include <fcntl.h>
#include <fmt/format.h>
#include <string.h>
#include <unistd.h>

#include <iostream>

#include "util/error.hpp"
#include "util/files.hpp"
#include "util/unique_fd.hpp"

namespace grader::cli {
namespace {

namespace fs = std::filesystem;

[[noreturn]] void fail(const fs::path& path, int error) {
  throw util::GraderError(fmt::format("cannot write {}: {}", path.string(), ::strerror(error)));
}

void write_through(const fs::path& path, int flags, std::string_view text) {
  constexpr mode_t kMode = 0666;
  const util::UniqueFd fd(::open(path.c_str(), O_WRONLY | O_CLOEXEC | flags, kMode));
  if (!fd) fail(path, errno);
  while (!text.empty()) {
    const ssize_t count = ::write(fd.get(), text.data(), text.size());
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) fail(path, errno);
    text.remove_prefix(static_cast<std::size_t>(count));
  }
}

}  // namespace

void write_report(const std::string& destination, std::string_view text) {
  if (destination == "-") {
    std::cout << text << std::flush;
    return;
  }
  std::error_code error;
  const auto status = fs::status(destination, error);
  if (fs::exists(status) && !fs::is_regular_file(status)) return write_through(destination, 0, text);
  // A link stays one: what it points to is replaced.
  const fs::path target = fs::is_symlink(fs::symlink_status(destination, error)) && fs::exists(status)
                              ? fs::canonical(destination, error)
                              : fs::path(destination);
  util::write_file(target, text);
}

void append_report(const fs::path& path, std::string_view text) {
  write_through(path, O_APPEND | O_CREAT, text);
}

}  // namespace grader::cli
