#include "build/trial.hpp"

#include <errno.h>
#include <fcntl.h>
#include <fmt/format.h>
#include <sys/statvfs.h>

#include "util/error.hpp"
#include "util/files.hpp"
#include "util/unique_fd.hpp"

namespace grader::build {
namespace {

namespace fs = std::filesystem;

bool says(const sandbox::Finished& finished, std::string_view text) {
  return finished.output.find(text) != std::string::npos;
}

/// Whether there is no room for what a compiler may make, found out by making it. Compilers remove what they
/// could not complete, so that a disk that was full has some room again.
bool lacks_room(const fs::path& folder) {
  constexpr fsblkcnt_t kMost = fsblkcnt_t{64} << 20;
  constexpr fsfilcnt_t kFiles = 8;
  struct statvfs system {};
  // What is reserved for root is no room for the user that compilers run as.
  if (::statvfs(folder.c_str(), &system) == 0 && system.f_blocks > 0 &&
      (system.f_bavail * system.f_frsize < kMost || (system.f_files > 0 && system.f_favail < kFiles)))
    return true;
  const fs::path file = folder / "room";
  const util::UniqueFd fd(::open(file.c_str(), O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0600));
  const int error = fd ? ::posix_fallocate(fd.get(), 0, static_cast<off_t>(kMost)) : errno;
  std::error_code ignored;
  fs::remove(file, ignored);
  return error == ENOSPC || error == EDQUOT;
}

void require_success(const Toolchain& toolchain, const char* what, const fs::path& made,
                     const sandbox::Finished& finished) {
  if (finished.timed_out || finished.ending.signal != 0 || finished.ending.exit_status != 0)
    throw util::GraderError(
        fmt::format("{} cannot even {} an empty program ({}):\n{}\n  try it by hand, or "
                    "name another compiler with --cxx",
                    toolchain.cxx.string(), what,
                    finished.timed_out ? "it took too long" : to_string(finished.ending), finished.output));
  require_made(toolchain, made);
}

}  // namespace

bool says_no_room(const sandbox::Finished& finished) {
  return says(finished, "No space left on device") || says(finished, "Disk quota exceeded");
}

void require_room(const Toolchain& toolchain, const fs::path& box, const sandbox::Finished& failed) {
  if (says_no_room(failed) && lacks_room(box))
    throw util::GraderError(
        fmt::format("{} found no room in {}:\n{}\n  make room on that disk, or set "
                    "XDG_CACHE_HOME to a folder on another one",
                    toolchain.cxx.string(), box.parent_path().string(), failed.output));
}

void require_made(const Toolchain& toolchain, const fs::path& file) {
  std::error_code error;
  if (!fs::is_regular_file(fs::symlink_status(file, error)))
    throw util::GraderError(
        fmt::format("{} said that it had made {}, and did not\n  name another compiler "
                    "with --cxx",
                    toolchain.cxx.string(), file.filename().string()));
}

void require_working(const Toolchain& toolchain, const fs::path& box,
                     const std::vector<std::string>& compile_flags,
                     const std::vector<std::string>& link_flags, const CompilerRun& run) {
  util::write_file(box / "trial.cpp", "int main() { return 0; }\n", util::Lasting::no);
  std::vector<std::string> arguments = {toolchain.cxx.string()};
  arguments.insert(arguments.end(), compile_flags.begin(), compile_flags.end());
  arguments.insert(arguments.end(), {"-c", "trial.cpp", "-o", "trial.o"});
  require_success(toolchain, "compile", box / "trial.o", run(arguments));
  arguments = {toolchain.cxx.string(), "trial.o", "-o", "trial"};
  arguments.insert(arguments.end(), link_flags.begin(), link_flags.end());
  require_success(toolchain, "link", box / "trial", run(arguments));
}

}  // namespace grader::build
