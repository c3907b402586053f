#include "build/toolchain_compiler.hpp"

#include <fmt/format.h>
#include <signal.h>

#include <thread>

#include "build/failures.hpp"
#include "build/harness_files.hpp"
#include "build/messages.hpp"
#include "build/trial.hpp"
#include "build/unit.hpp"
#include "codegen/codegen.hpp"
#include "util/error.hpp"

namespace grader::build {

namespace fs = std::filesystem;

ToolchainCompiler::ToolchainCompiler(Toolchain toolchain, Cache cache, const sandbox::ProcessRunner& runner,
                                     Mode mode)
    : toolchain_(std::move(toolchain)),
      cache_(std::move(cache)),
      runner_(runner),
      mode_(mode),
      precompiled_(toolchain_, cache_, runner_, mode_) {}

ToolchainCompiler::~ToolchainCompiler() = default;

std::unique_lock<std::mutex> ToolchainCompiler::turn(const std::string& key) {
  std::mutex* mutex = nullptr;
  {
    const std::lock_guard lock(mutex_);
    auto& slot = turns_[key];
    if (!slot) slot = std::make_unique<std::mutex>();
    mutex = slot.get();
  }
  return std::unique_lock(*mutex);
}

bool ToolchainCompiler::is_taken(const std::string& key) {
  const std::lock_guard lock(mutex_);
  const auto found = turns_.find(key);
  return found != turns_.end() && !std::unique_lock(*found->second, std::try_to_lock).owns_lock();
}

sandbox::Finished ToolchainCompiler::run(std::vector<std::string> arguments, const fs::path& box,
                                         std::stop_token stop, const Budget& budget) {
  return run_confined(std::move(arguments), box, stop, budget, {precompiled_.ready(stop).folder});
}

sandbox::Finished ToolchainCompiler::run_confined(std::vector<std::string> arguments, const fs::path& box,
                                                  std::stop_token stop, const Budget& budget,
                                                  std::vector<fs::path> readable) {
  sandbox::Command command{std::move(arguments),
                           box,
                           compiler_environment(toolchain_, box),
                           budget.limits(),
                           sandbox::Role::compiler,
                           std::move(readable)};
  command.readable.insert(command.readable.end(), toolchain_.folders.begin(), toolchain_.folders.end());
  for (const std::string& argument : command.arguments)
    if (cache_.holds(argument)) command.readable.emplace_back(argument);
  const auto diagnostics = static_cast<std::size_t>(budget.diagnostics_kib) * 1024U;
  sandbox::Finished finished = runner_.run(command, budget.wall_s(), diagnostics, stop);
  if (finished.interrupted) throw util::Interrupted();
  if (finished.ending.signal == SIGKILL && !hit_limit(finished, budget)) throw_killed();
  return finished;
}

void ToolchainCompiler::throw_killed() const {
  throw util::GraderError(fmt::format("{} was killed, perhaps for want of memory", toolchain_.cxx.string()));
}

/// Throws where the failure is the machine's, and not that of what was compiled or linked. Words alone prove
/// nothing: a source can have them in a message of its own.
void ToolchainCompiler::require_working_compiler(const fs::path& box, const std::string& file,
                                                 const sandbox::Finished& failed, const Budget& budget,
                                                 std::stop_token stop) {
  if (hit_limit(failed, budget)) return;
  require_room(toolchain_, box, failed);
  if (speaks_of_code(failed, file)) return;
  if (says_killed(failed)) throw_killed();
  require_working(
      toolchain_, box, precompiled_.ready(stop).compile_flags, {},
      [&](const std::vector<std::string>& arguments) { return run(arguments, box, stop, budget); });
}

/// Why a solution's unit did not compile, in words about the solution's file: it is compiled alone once more,
/// so that nothing generated can stand in the message.
BuildFailure ToolchainCompiler::explain(const Unit& unit, const fs::path& box,
                                        const sandbox::Finished& failed, std::stop_token stop) {
  const std::string& file = unit.solution_file;
  if (hit_limit(failed, unit.budget)) return limit_failure(file, failed, unit.budget);
  const auto& ready = precompiled_.ready(stop);
  std::vector<std::string> arguments = {toolchain_.cxx.string()};
  arguments.insert(arguments.end(), ready.compile_flags.begin(), ready.compile_flags.end());
  arguments.insert(arguments.end(), {"-Iinclude", "-c", file, "-o", "alone.o"});
  const sandbox::Finished alone = run(arguments, box, stop, unit.budget);
  if (hit_limit(alone, unit.budget)) return explain(unit, box, alone, stop);
  if (!succeeded(alone)) {
    const std::string cut =
        alone.output_cut ? diagnostics_message(file, unit.budget.diagnostics_kib) : std::string();
    const std::string output = with_assembly_named(alone.output, box.string(), file);
    return {model::Verdict::compile_error, cut + compile_message(output, ready.folder.string())};
  }
  if (failed.output.find(codegen::kSignatureMarker) != std::string::npos)
    return {model::Verdict::compile_error,
            signature_message(*unit.solution->exercise, unit.solution->source, file)};
  return {model::Verdict::compile_error, leaks_message(file)};
}

std::string ToolchainCompiler::key_of(const Unit& unit, std::stop_token stop) {
  KeyBuilder builder;
  builder.add("format", kFormat).add("harness", precompiled_.ready(stop).fingerprint).add("unit", unit.name);
  // What was compiled without a sandbox may hold what it could read there.
  builder.add("confined", runner_.confines() ? "yes" : "no");
  // What was made within one limit may be too much for another.
  builder.add("cpu", fmt::format("{:g}", unit.budget.cpu_s))
      .add("memory", std::to_string(unit.budget.memory_mib))
      .add("file", std::to_string(unit.budget.file_mib));
  for (const auto& [name, text] : unit.files) builder.add(name, text);
  return cache_.key(builder);
}

std::string ToolchainCompiler::fingerprint(std::stop_token stop) {
  KeyBuilder builder;
  builder.add("format", kFormat).add("harness", precompiled_.ready(stop).fingerprint);
  builder.add("confined", runner_.confines() ? "yes" : "no").add("linker", toolchain_.linker);
  return builder.key();
}

/// Makes unit.o in the box, or does not.
sandbox::Finished ToolchainCompiler::compile_in(const fs::path& box, const Unit& unit,
                                                const std::vector<std::string>& flags, std::stop_token stop) {
  for (const auto& [name, text] : unit.files) util::write_file(box / name, text, util::Lasting::no);
  const auto& ready = precompiled_.ready_to_compile(stop);
  std::vector<std::string> arguments = {toolchain_.cxx.string()};
  arguments.insert(arguments.end(), ready.compile_flags.begin(), ready.compile_flags.end());
  arguments.insert(arguments.end(), flags.begin(), flags.end());
  arguments.insert(arguments.end(), {"-Iinclude", "-c", unit.name, "-o", "unit.o"});
  return run(arguments, box, stop, unit.budget);
}

ToolchainCompiler::Object ToolchainCompiler::compile(const Unit& unit, std::stop_token stop) {
  const std::string key = key_of(unit, stop);
  const auto lock = turn(key);
  if (auto cached = cache_.find("object", key)) return *cached;
  const util::TemporaryDirectory box = cache_.box();
  sandbox::Finished finished = compile_in(box.path(), unit, {}, stop);
  if (is_worth_another_try(finished, unit.solution_file, unit.budget))
    finished = compile_in(box.path(), unit, {}, stop);
  if (succeeded(finished)) {
    require_made(toolchain_, box.path() / "unit.o");
    return cache_.publish_once("object", key, box.path() / "unit.o");
  }
  require_working_compiler(box.path(), unit.solution_file, finished, unit.budget, stop);
  if (unit.solution != nullptr) return explain(unit, box.path(), finished, stop);
  throw util::GraderError(
      fmt::format("the code generated for {} does not compile:\n{}", unit.name, finished.output));
}

/// One processor makes the header, for seconds. Until it has, another compiles without it what needs it
/// little.
void ToolchainCompiler::prepare(int jobs, std::stop_token stop) {
  if (jobs < 2 || precompiled_.is_there()) return;
  std::vector<std::pair<Unit, util::TemporaryDirectory>> compiled;
  const auto compile_meanwhile = [&](std::stop_token header_is_made) {
    for (Unit& unit : usual_harness()) {
      auto box = compile_without_header(unit, header_is_made);
      if (!box) return;
      if (unit.name == kMain) make_runtime_early(box->path(), header_is_made);
      compiled.emplace_back(std::move(unit), std::move(*box));
    }
  };
  {
    const std::jthread beside(compile_meanwhile);
    precompiled_.ready(stop);
  }
  for (const auto& [unit, box] : compiled) {
    const std::string key = key_of(unit, stop);
    const auto lock = turn(key);
    const fs::path object = cache_.publish_once("object", key, box.path() / "unit.o");
    if (unit.name == kMain) publish_runtime(object, box.path());
  }
}

/// The folder with unit.o. Whatever is wrong shows again where it is compiled with the header.
std::optional<util::TemporaryDirectory> ToolchainCompiler::compile_without_header(
    const Unit& unit, std::stop_token stop) noexcept try {
  util::TemporaryDirectory box = cache_.box();
  for (const auto& [name, text] : harness_files())
    util::write_file(box.path() / name, text, util::Lasting::no);
  std::vector<std::string> arguments = {toolchain_.cxx.string()};
  for (std::string& flag : precompiled_.language_flags()) arguments.push_back(std::move(flag));
  arguments.insert(arguments.end(), {"-c", unit.name, "-o", "unit.o"});
  if (!succeeded(run_confined(arguments, box.path(), stop, unit.budget))) return std::nullopt;
  return box;
} catch (...) {
  return std::nullopt;
}

ToolchainCompiler::Unit ToolchainCompiler::unit_of(const Solution& solution,
                                                   const std::vector<const model::Exercise*>& used) {
  const model::Exercise& exercise = *solution.exercise;
  Unit unit{"solution.cpp", {}, &solution, exercise.id + ".cpp", budget_of(exercise.limits)};
  unit.files[unit.solution_file] = solution.source;
  unit.files["include/" + exercise.id + ".hpp"] = codegen::header(exercise, used);
  unit.files[unit.name] = codegen::solution_unit(exercise, unit.solution_file);
  return unit;
}

ToolchainCompiler::Object ToolchainCompiler::compile_solution(const Solution& solution,
                                                              const std::vector<const model::Exercise*>& used,
                                                              std::stop_token stop) {
  return compile(unit_of(solution, used), stop);
}

}  // namespace grader::build
