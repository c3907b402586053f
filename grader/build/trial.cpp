#include "build/trial.hpp"

#include <fmt/format.h>
#include <sys/statvfs.h>

#include "util/error.hpp"
#include "util/files.hpp"

namespace grader::build {
namespace {

namespace fs = std::filesystem;

bool says(const sandbox::Finished& finished, std::string_view text) {
  return finished.output.find(text) != std::string::npos;
}

/// Compilers remove what they could not complete, so that a disk that was full has some room again.
bool has_little_room(const fs::path& folder) {
  constexpr std::uint64_t kLittle = std::uint64_t{256} << 20;
  struct statvfs system {};
  return ::statvfs(folder.c_str(), &system) == 0 && system.f_bavail * system.f_frsize < kLittle;
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

void require_room(const Toolchain& toolchain, const fs::path& box, const sandbox::Finished& failed) {
  const bool full = says(failed, "No space left on device") && has_little_room(box);
  if (full || says(failed, "Disk quota exceeded"))
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
  util::write_file(box / "trial.cpp", "int main() { return 0; }\n");
  std::vector<std::string> arguments = {toolchain.cxx.string()};
  arguments.insert(arguments.end(), compile_flags.begin(), compile_flags.end());
  arguments.insert(arguments.end(), {"-c", "trial.cpp", "-o", "trial.o"});
  require_success(toolchain, "compile", box / "trial.o", run(arguments));
  arguments = {toolchain.cxx.string(), "trial.o", "-o", "trial"};
  arguments.insert(arguments.end(), link_flags.begin(), link_flags.end());
  require_success(toolchain, "link", box / "trial", run(arguments));
}

}  // namespace grader::build
