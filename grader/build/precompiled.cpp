#include "build/precompiled.hpp"

#include <fmt/format.h>
#include <sys/stat.h>

#include <sstream>

#include "build/harness_files.hpp"
#include "build/unit.hpp"
#include "util/error.hpp"
#include "util/files.hpp"

namespace grader::build {
namespace {

namespace fs = std::filesystem;

constexpr double kHeaderSeconds = 480;
constexpr const char* kState = "state";
constexpr std::string_view kUmbrella =
    "#include \"codec.hpp\"\n#include \"decompositions.hpp\"\n#include \"products.hpp\"\n";

/// Name, size and time of each file, so that a header that was updated shows. Empty where one is gone.
std::string state_of(const std::string& names) {
  std::string state;
  std::istringstream lines(names);
  for (std::string name; std::getline(lines, name);) {
    struct stat status {};
    if (::stat(name.c_str(), &status) != 0) return {};
    state +=
        fmt::format("{} {} {}.{}\n", name, status.st_size, status.st_mtim.tv_sec, status.st_mtim.tv_nsec);
  }
  return state;
}

/// The file names of a make rule as compilers write them with -MD: "target: a.hpp b.hpp \ …".
std::string names_of_rule(const std::string& rule) {
  std::string names;
  std::istringstream words(rule.substr(std::min(rule.size(), rule.find(": ") + 1)));
  for (std::string word; words >> word;)
    if (word != "\\") names += word + "\n";
  return names;
}

/// The standard library's headers have names without an extension in a folder like c++/12, Eigen's in one
/// that is called like it. <cassert> is not there once for all: it is made for being included again.
std::set<std::string> library_headers(const std::string& state) {
  std::set<std::string> headers;
  std::istringstream lines(state);
  for (std::string line; std::getline(lines, line);) {
    const fs::path path = line.substr(0, line.find(' '));
    if (path.has_extension() || path.filename() == "cassert") continue;
    const fs::path folder = path.parent_path();
    if (folder.parent_path().filename() == "c++") headers.insert(path.filename());
    if (folder.filename() == "Eigen") headers.insert("Eigen/" + path.filename().string());
  }
  return headers;
}

/// Empty where there is no such file.
std::string content_of(const fs::path& path) {
  std::error_code error;
  return fs::is_regular_file(path, error) ? util::read_file(path).value_or("") : "";
}

/// The harness and what includes all of it.
std::vector<std::pair<std::string_view, std::string_view>> sources() {
  std::vector<std::pair<std::string_view, std::string_view>> all{{"pch.hpp", kUmbrella}};
  for (const auto& [name, text] : harness_files()) all.emplace_back(name, text);
  return all;
}

/// Also in the place of a folder, which something damaged has left there.
void replace(const fs::path& path, std::string_view text) {
  std::error_code ignored;
  if (fs::is_directory(path, ignored)) fs::remove_all(path, ignored);
  util::write_file(path, text);
}

/// clang refuses a precompiled header whose sources have a newer time: what is right already is not written
/// again.
void write_sources(const fs::path& folder) {
  for (const auto& [name, text] : sources())
    if (content_of(folder / name) != text) replace(folder / name, text);
}

/// Whether the sources are there as they should be, and no header in them has changed since.
bool is_current(const fs::path& folder) {
  for (const auto& [name, text] : sources())
    if (content_of(folder / name) != text) return false;
  const std::string state = content_of(folder / kState);
  std::string names;
  std::istringstream lines(state);
  for (std::string line; std::getline(lines, line);) names += line.substr(0, line.find(' ')) + "\n";
  return !state.empty() && state_of(names) == state;
}

std::vector<const char*> optimisation_flags(Mode mode) {
  switch (mode) {
    case Mode::debug:
      return {"-O0", "-g"};
    case Mode::unoptimised:
      return {"-O0"};
    case Mode::optimised:
      return {"-O2"};
    case Mode::reassociated:
      return {"-O3", "-fassociative-math", "-fno-signed-zeros", "-fno-trapping-math"};
    case Mode::sanitized:
      return {"-O1", "-g", "-fno-omit-frame-pointer", kSanitizers, "-fno-sanitize-recover=all"};
    case Mode::grade:
      break;
  }
  return {"-O1"};
}

}  // namespace

std::vector<std::string> compiler_environment(const Toolchain& toolchain, const fs::path& temporary) {
  // Huge pages halve the time of linking, where the kernel hands out small ones slowly (glibc 2.35 and
  // newer).
  return {"PATH=" + toolchain.cxx.parent_path().string() + ":/usr/local/bin:/usr/bin:/bin", "LC_ALL=C",
          "TMPDIR=" + temporary.string(), "GLIBC_TUNABLES=glibc.malloc.hugetlb=1"};
}

Precompiled::Precompiled(const Toolchain& toolchain, const Cache& cache, const sandbox::ProcessRunner& runner,
                         Mode mode)
    : toolchain_(toolchain), cache_(cache), runner_(runner), mode_(mode) {}

std::vector<std::string> Precompiled::language_flags() const {
  // Contraction of a*b + c would give other last digits on machines that can do it in one step. A missing
  // return is undefined behaviour that nobody wants to find with a debugger.
  std::vector<std::string> flags = {"-std=c++20",
                                    "-ffp-contract=off",
                                    "-D_GLIBCXX_ASSERTIONS",
                                    "-Werror=return-type",
                                    "-fdiagnostics-color=never",
                                    "-isystem",
                                    toolchain_.eigen.string()};
  const bool gcc = toolchain_.family == Family::gcc;
  flags.push_back(gcc ? "-fmax-errors=20" : "-ferror-limit=20");
  // Static variables of inline functions, of which Eigen has some, would be symbols that objcopy cannot make
  // local: two solutions that use each other could not be linked.
  if (gcc) flags.emplace_back("-fno-gnu-unique");
  // Garbage is collected when twice this many KiB are in use instead of twice what the precompiled header
  // has, all of which is walked each time: a group of solutions takes a tenth less time, and 40 MiB more.
  if (gcc) flags.emplace_back("--param=ggc-min-heapsize=262144");
  for (const char* flag : optimisation_flags(mode_)) flags.emplace_back(flag);
  return flags;
}

std::string Precompiled::header_name() const {
  return toolchain_.family == Family::gcc ? "pch.hpp.gch" : "pch.pch";
}

void Precompiled::compile_header(const fs::path& folder, std::stop_token stop) const {
  const util::TemporaryDirectory box = cache_.box();
  std::vector<std::string> arguments = {toolchain_.cxx.string()};
  for (const std::string& flag : language_flags()) arguments.push_back(flag);
  if (toolchain_.family == Family::clang)
    arguments.insert(arguments.end(), {"-Xclang", "-fpch-instantiate-templates"});
  const std::string made = (box.path() / header_name()).string();
  const std::string rule = (box.path() / "rule").string();
  arguments.insert(arguments.end(),
                   {"-x", "c++-header", (folder / "pch.hpp").string(), "-MD", "-MF", rule, "-o", made});
  sandbox::Command command{arguments, box.path(), compiler_environment(toolchain_, box.path()), {}};
  command.role = sandbox::Role::compiler;
  command.readable = toolchain_.folders;
  command.readable.push_back(folder);
  const sandbox::Finished finished = runner_.run(command, kHeaderSeconds, 16384, stop);
  if (finished.interrupted) throw util::Interrupted();
  if (finished.timed_out || finished.ending.signal != 0 || finished.ending.exit_status != 0)
    throw util::GraderError(
        fmt::format("{} could not precompile the headers ({}):\n{}", toolchain_.cxx.string(),
                    finished.timed_out ? "it took too long" : to_string(finished.ending), finished.output));
  if (!fs::exists(made))
    throw util::GraderError(
        fmt::format("{} said that it precompiled the headers, and made no file", toolchain_.cxx.string()));
  cache_.keep(made, folder / header_name());
  replace(folder / kState, state_of(names_of_rule(content_of(rule))));
}

util::FileLock Precompiled::turn(const fs::path& folder, std::stop_token stop) const {
  return cache_.lock(folder.string() + ".lock", util::FileLock::Kind::exclusive, stop);
}

fs::path Precompiled::folder() const {
  KeyBuilder key;
  key.add("compiler", toolchain_.identity);
  for (const std::string& flag : language_flags()) key.add("flag", flag);
  for (const auto& [name, text] : harness_files()) key.add(name, text);
  return cache_.root() / "harness" / key.key();
}

bool Precompiled::is_there() const {
  std::error_code error;  // which whoever makes it will meet and explain
  return fs::exists(folder() / header_name(), error) || error;
}

Precompiled::Ready Precompiled::make(std::stop_token stop) {
  const fs::path folder = this->folder();
  const auto is_made = [&] { return is_current(folder) && fs::exists(folder / header_name()); };
  in_use_ = cache_.lock(folder.string() + ".used", util::FileLock::Kind::shared, stop);
  if (!is_made()) {
    const util::FileLock mine = turn(folder, stop);
    if (!is_made()) {
      write_sources(folder);
      compile_header(folder, stop);
    }
  }
  std::error_code ignored;
  fs::last_write_time(folder / kState, fs::file_time_type::clock::now(), ignored);
  const std::string state = content_of(folder / kState);
  Ready ready{folder, language_flags(),
              KeyBuilder().add("key", folder.filename().string()).add("state", state).key(),
              library_headers(state)};
  const std::string header = (folder / (toolchain_.family == Family::gcc ? "pch.hpp" : "pch.pch")).string();
  const char* option = toolchain_.family == Family::gcc ? "-include" : "-include-pch";
  ready.compile_flags.insert(ready.compile_flags.end(), {"-I" + folder.string(), option, header});
  return ready;
}

const Precompiled::Ready& Precompiled::ready(std::stop_token stop) {
  const std::lock_guard lock(mutex_);
  if (!ready_) ready_ = make(stop);
  return *ready_;
}

const Precompiled::Ready& Precompiled::ready_to_compile(std::stop_token stop) {
  const Ready& made = ready(stop);
  const std::lock_guard lock(mutex_);
  const fs::path header = made.folder / header_name();
  if (!is_sound_ && !cache_.is_still_sound(header)) {
    const util::FileLock mine = turn(made.folder, stop);
    if (!cache_.is_sound(header)) compile_header(made.folder, stop);
  }
  is_sound_ = true;
  return made;
}

}  // namespace grader::build
