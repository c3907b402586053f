#include <filesystem>

#include "build/harness_files.hpp"
#include "build/unit.hpp"
#include "harness/wire.hpp"
#include "util/error.hpp"

namespace grader::build {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kRuntime = "runtime";
constexpr const char* kRuntimeObject = "runtime.o";
constexpr const char* kCheck = "runtime_check.cpp";

/// Linked to an object, sections stay as many as they were, 8,000, unless a script puts them together, and
/// each costs time whenever it is linked again.
constexpr std::string_view kScript = R"(SECTIONS {
  .text : { *(.text .text.*) }
  .rodata : { *(.rodata .rodata.*) }
  .data.rel.ro : { *(.data.rel.ro .data.rel.ro.*) }
  .data : { *(.data .data.*) }
  .bss : { *(.bss .bss.*) }
  .gcc_except_table : { *(.gcc_except_table .gcc_except_table.*) }
  .tdata : { *(.tdata .tdata.*) }
  .tbss : { *(.tbss .tbss.*) }
}
)";

}  // namespace

/// Debuggers want names, and sanitizers libraries of their own.
bool ToolchainCompiler::has_runtime() const { return mode_ != Mode::debug && mode_ != Mode::sanitized; }

std::string ToolchainCompiler::runtime_key(const fs::path& main) const {
  return cache_.key(
      KeyBuilder().add("format", kFormat).add("script", kScript).add("main", main.filename().string()));
}

/// The object of main.cpp with everything that it needs of the C and C++ libraries, linked once and for all:
/// of linking a solution, more than half the time is spent on these. None where it cannot be made or does not
/// work; an empty file says so.
std::optional<fs::path> ToolchainCompiler::runtime_of(const fs::path& main, std::stop_token stop) {
  if (!has_runtime()) return std::nullopt;
  const std::string key = runtime_key(main);
  const auto lock = turn(key);
  std::optional<fs::path> runtime = cache_.find(kRuntime, key);
  if (!runtime) {
    const util::TemporaryDirectory box = cache_.box();
    make_runtime(main, box.path(), stop);
    runtime = cache_.publish_once(kRuntime, key, box.path() / kRuntimeObject);
  }
  std::error_code gone;  // removed by another grader
  return fs::is_empty(*runtime, gone) || gone ? std::nullopt : runtime;
}

/// Makes kRuntimeObject in the box, which is empty where none would work.
void ToolchainCompiler::make_runtime(const fs::path& main, const fs::path& box, std::stop_token stop) {
  util::write_file(box / "script", kScript, util::Lasting::no);
  util::write_file(box / kCheck, harness_file(kCheck), util::Lasting::no);
  std::vector<std::string> partially = link_command();
  partially.insert(partially.end(),
                   {"-static", "-r", "-nostdlib", "-fuse-ld=bfd",
                    "-Wl,--force-group-allocation,--strip-debug,--discard-all,--script=script", main.string(),
                    "-Wl,--start-group", "-lstdc++", "-lm", "-lgcc", "-lgcc_eh", "-lc", "-Wl,--end-group",
                    "-o", "partial.o"});
  std::vector<std::string> compile = {toolchain_.cxx.string()};
  for (std::string& flag : precompiled_.language_flags()) compile.push_back(std::move(flag));
  compile.insert(compile.end(), {"-c", kCheck, "-o", "check.o"});
  const auto link = link_arguments("check", {{"check.o"}, {}}, "partial.o", toolchain_.linker);
  const auto is_done = [&](const std::vector<std::string>& arguments) {
    return succeeded(run_confined(arguments, box, stop, kOwnBudget));
  };
  if (is_done(partially) && is_done(compile) && is_done(link) && works(box / "check", stop))
    fs::rename(box / "partial.o", box / kRuntimeObject);
  else
    util::write_file(box / kRuntimeObject, "", util::Lasting::no);
}

/// Whether the program of runtime_check.cpp gets as far as main(), which has nobody to ask it anything.
bool ToolchainCompiler::works(const fs::path& check, std::stop_token stop) const {
  const sandbox::Command started{{check.string()}, "/", {}, kUsualBudget.limits(), sandbox::Role::worker};
  const sandbox::Finished ended = runner_.run(started, kUsualBudget.wall_s(), 0, stop);
  if (ended.interrupted) throw util::Interrupted();
  return !ended.timed_out && ended.ending.signal == 0 && ended.ending.exit_status == wire::kBadRequestStatus;
}

/// The same beside the header, main.cpp having just been compiled in the box: whoever needs it later makes it
/// where it does not come to that.
void ToolchainCompiler::make_runtime_early(const fs::path& box, std::stop_token stop) noexcept {
  if (!has_runtime()) return;
  try {
    make_runtime("unit.o", box, stop);
  } catch (...) {
    return;
  }
}

void ToolchainCompiler::publish_runtime(const fs::path& main, const fs::path& box) {
  const fs::path made = box / kRuntimeObject;
  const std::string key = runtime_key(main);
  const auto lock = turn(key);
  if (fs::exists(made)) cache_.publish_once(kRuntime, key, made);
}

}  // namespace grader::build
