#include "build/toolchain.hpp"

#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <string_view>

#include "util/error.hpp"

namespace grader::build {
namespace {

namespace fs = std::filesystem;

bool is_executable(const fs::path& path) {
  std::error_code error;
  return fs::is_regular_file(path, error) && ::access(path.c_str(), X_OK) == 0;
}

/// ccache in a compiler's place would need the environment that compilers are not given here.
bool is_ccache(const fs::path& path) {
  std::error_code error;
  return fs::canonical(path, error).filename() == "ccache";
}

std::optional<fs::path> in_path(std::string_view name) {
  const char* variable = std::getenv("PATH");
  std::string_view folders = variable != nullptr ? variable : "/usr/local/bin:/usr/bin:/bin";
  while (!folders.empty()) {
    const auto end = folders.find(':');
    const fs::path candidate = fs::path(folders.substr(0, end)) / name;
    if (candidate.is_absolute() && is_executable(candidate) && !is_ccache(candidate)) return candidate;
    folders.remove_prefix(end == std::string_view::npos ? folders.size() : end + 1);
  }
  return std::nullopt;
}

std::optional<fs::path> locate(const std::string& compiler) {
  if (compiler.find('/') == std::string::npos) return in_path(compiler);
  return is_executable(compiler) ? std::optional(fs::absolute(compiler)) : std::nullopt;
}

fs::path choose(const std::optional<std::string>& requested) {
  const char* variable = std::getenv("CXX");
  std::string wanted = requested.value_or(variable != nullptr ? variable : "");
  if (!wanted.empty()) {
    if (const auto found = locate(wanted)) return *found;
    throw util::UsageError(
        fmt::format("there is no compiler '{}' ({})", wanted, requested ? "--cxx" : "CXX"));
  }
  for (const char* name : {"g++", "clang++"})
    if (const auto found = in_path(name)) return *found;
  throw util::GraderError("there is no C++ compiler in PATH; install one, for example: apt-get install g++");
}

fs::path find_eigen() {
  for (const char* folder : {GRADER_EIGEN_DIR, "/usr/include/eigen3", "/usr/local/include/eigen3"})
    if (fs::exists(fs::path(folder) / "Eigen" / "Dense")) return folder;
  throw util::GraderError("Eigen is not installed; for example: apt-get install libeigen3-dev");
}

/// Where a compiler's parts, headers and libraries are. Not the whole of /usr, where a course may be
/// installed.
std::vector<fs::path> folders_of(const Toolchain& toolchain) {
  std::error_code error;
  const fs::path prefix = fs::canonical(toolchain.cxx, error).parent_path().parent_path();
  std::vector<fs::path> folders = {"/lib",    "/lib32",           "/lib64",
                                   "/libx32", "/etc/ld.so.cache", "/etc/alternatives"};
  for (const fs::path& root : {fs::path("/usr"), fs::path("/usr/local"), prefix})
    for (const char* name : {"bin", "include", "lib", "lib32", "lib64", "libx32", "libexec"})
      folders.push_back(root / name);
  folders.insert(folders.end(), {toolchain.eigen, toolchain.cxx, fs::canonical(toolchain.cxx, error)});
  // Where glibc finds out whether it may ask for huge pages; see compiler_environment().
  for (const char* name : {"enabled", "hpage_pmd_size"})
    folders.push_back(fs::path("/sys/kernel/mm/transparent_hugepage") / name);
  // What is reached through a link, /lib of most machines, is there under its own name.
  const auto is_no_place = [](const fs::path& path) {
    std::error_code ignored;
    return !fs::exists(path, ignored) || fs::is_symlink(path, ignored);
  };
  folders.erase(std::remove_if(folders.begin(), folders.end(), is_no_place), folders.end());
  std::sort(folders.begin(), folders.end());
  // Those above others come first and stand for them.
  const auto contains = [](const fs::path& above, const fs::path& below) {
    return std::mismatch(above.begin(), above.end(), below.begin(), below.end()).first == above.end();
  };
  folders.erase(std::unique(folders.begin(), folders.end(), contains), folders.end());
  return folders;
}

std::string file_identity(const fs::path& path) {
  struct stat status {};
  ::stat(path.c_str(), &status);
  return fmt::format("{} {} {}.{}", path.string(), status.st_size, status.st_mtim.tv_sec,
                     status.st_mtim.tv_nsec);
}

}  // namespace

Toolchain find_toolchain(const std::optional<std::string>& requested, const sandbox::ProcessRunner& runner) {
  Toolchain toolchain;
  toolchain.cxx = choose(requested);
  const sandbox::Command command{
      {toolchain.cxx.string(), "--version"}, {}, {"PATH=/usr/bin:/bin", "LC_ALL=C"}, {}};
  const sandbox::Finished version = runner.run(command, 10, 4096, {});
  if (version.timed_out || version.ending.signal != 0 || version.ending.exit_status != 0)
    throw util::GraderError(
        fmt::format("{} --version failed: {}", toolchain.cxx.string(), to_string(version.ending)));
  toolchain.version = version.output.substr(0, version.output.find('\n'));
  toolchain.family = toolchain.version.find("clang") != std::string::npos ? Family::clang : Family::gcc;
  toolchain.identity = toolchain.version + "\n" + file_identity(toolchain.cxx);
  toolchain.eigen = find_eigen();
  toolchain.folders = folders_of(toolchain);
  if (in_path("ld.gold")) toolchain.linker = "gold";
  return toolchain;
}

}  // namespace grader::build
