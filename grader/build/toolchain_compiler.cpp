#include "build/toolchain_compiler.hpp"

#include <elf.h>
#include <fmt/format.h>
#include <signal.h>

#include <algorithm>
#include <array>
#include <cstring>
#include <set>

#include "build/harness_files.hpp"
#include "build/messages.hpp"
#include "build/trial.hpp"
#include "build/unit.hpp"
#include "codegen/codegen.hpp"
#include "codegen/cpp_types.hpp"
#include "util/error.hpp"

namespace grader::build {
namespace {

namespace fs = std::filesystem;

// CPU time is the limit that counts: a machine that is busy with other things must not fail a solution. Wall
// time is for compilers that wait, say for a device that was included.
constexpr sandbox::ResourceLimits kCompileLimits{30, 3072, 3072, 64, 256, 32, 64};
constexpr double kCompileSeconds = 90;
// The grader's own code is no stranger's, and some of it takes long.
constexpr sandbox::ResourceLimits kOwnLimits{240, 4096, 4096, 256, 256, 32, 64};
constexpr double kOwnSeconds = 480;
constexpr std::size_t kDiagnosticBytes = 65536;

/// What decompositions.hpp keeps out of solutions, by a part of the names that an object has for it. One that
/// uses another comes before it.
constexpr std::array<std::pair<std::string_view, std::string_view>, 3> kDecompositions{
    {{"6BDCSVDI", "bdc_svd.cpp"},
     {"9JacobiSVDI", "jacobi_svd.cpp"},
     {"22SelfAdjointEigenSolverI", "self_adjoint_eigen_solver.cpp"}}};

/// Signs that the compiler ran into one of its limits rather than into a mistake.
bool hit_limit(const sandbox::Finished& finished) {
  const sandbox::Ending& ending = finished.ending;
  if (finished.timed_out || ending.signal == SIGXCPU || ending.signal == SIGXFSZ || ending.out_of_memory)
    return true;
  if (ending.cpu_s >= kCompileLimits.cpu_s) return true;
  for (const char* sign :
       {"CPU time limit exceeded", "File size limit exceeded", "virtual memory exhausted", "out of memory",
        "std::bad_alloc", "LLVM ERROR: out of memory", "Cannot allocate memory", "terminated with signal 24",
        "terminated with signal 25"})
    if (finished.output.find(sign) != std::string::npos) return true;
  return false;
}

bool says_any(const sandbox::Finished& finished, std::initializer_list<std::string_view> signs) {
  return std::any_of(signs.begin(), signs.end(), [&](std::string_view sign) {
    return !sign.empty() && finished.output.find(sign) != std::string::npos;
  });
}

/// The words of g++, of collect2 and of clang++ for a program of theirs that was killed. A source can make
/// the compiler print them, too.
bool says_killed(const sandbox::Finished& finished) {
  return says_any(finished, {"Killed signal terminated program", "terminated with signal 9",
                             "unable to execute command: Killed"});
}

/// Whether the compiler complains of what it was given, which settles whose fault a failure is. A solution
/// that makes it say so has only itself to blame.
bool speaks_of_code(const sandbox::Finished& finished, const std::string& file) {
  return says_any(finished, {file.empty() ? "" : file + ":", "undefined reference", "multiple definition",
                             "Assembler messages"});
}

/// What may have been the machine's bad moment is tried once more before anybody is blamed.
bool is_worth_another_try(const sandbox::Finished& finished, const std::string& file) {
  return !succeeded(finished) && !hit_limit(finished) &&
         (!speaks_of_code(finished, file) || says_killed(finished) || says_no_room(finished));
}

const Solution* find(const Program& program, const std::string& id) {
  for (const Solution& used : program.used)
    if (used.exercise->id == id) return &used;
  return nullptr;
}

/// Whether an object refers to a symbol: its name then stands in the string table.
bool refers_to(const fs::path& object, const std::string& symbol) {
  const auto content = util::read_file(object);
  return content && content->find('\0' + symbol + '\0') != std::string::npos;
}

/// Whether another program is to be executed in an executable's place: a section .interp makes the linker say
/// so.
bool names_an_interpreter(const fs::path& executable) {
  const std::string content = util::read_file(executable).value_or("");
  Elf64_Ehdr header{};
  if (content.size() < sizeof header) return false;
  std::memcpy(&header, content.data(), sizeof header);
  for (std::size_t i = 0; i < header.e_phnum; ++i) {
    Elf64_Phdr segment{};
    const std::size_t at = header.e_phoff + i * header.e_phentsize;
    if (at > content.size() - sizeof segment) return false;
    std::memcpy(&segment, content.data() + at, sizeof segment);
    if (segment.p_type == PT_INTERP) return true;
  }
  return false;
}

BuildFailure limit_failure(const std::string& file, const sandbox::Finished& failed) {
  if (failed.timed_out)
    return {
        model::Verdict::compile_limit,
        fmt::format(
            "{}: compiling was not done after {} s, {:.1f} s of them CPU time; where the machine was busy "
            "with other things, try again\n",
            file, kCompileSeconds, failed.ending.cpu_s)};
  return {model::Verdict::compile_limit,
          fmt::format("{}: compiling took more than {} s of CPU time, {} MiB of memory or {} MiB of output\n",
                      file, kCompileLimits.cpu_s, kCompileLimits.address_space_mib,
                      kCompileLimits.file_size_mib)};
}

/// Whether a part of a name stands in an object.
bool mentions(const fs::path& object, std::string_view part) {
  const auto content = util::read_file(object);
  return content && content->find(part) != std::string::npos;
}

}  // namespace

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

/// What links, without link-time optimisation: its plugin reads sections that a source may have written.
std::vector<std::string> ToolchainCompiler::link_command() const {
  std::vector<std::string> command = {toolchain_.cxx.string()};
  if (toolchain_.family == Family::gcc) command.emplace_back("-fno-use-linker-plugin");
  return command;
}

sandbox::Finished ToolchainCompiler::run(std::vector<std::string> arguments, const fs::path& box,
                                         std::stop_token stop, Author author) {
  const bool own = author == Author::grader;
  sandbox::Command command{std::move(arguments),
                           box,
                           compiler_environment(toolchain_, box),
                           own ? kOwnLimits : kCompileLimits,
                           sandbox::Role::compiler,
                           toolchain_.folders};
  command.readable.push_back(precompiled_.ready(stop).folder);
  for (const std::string& argument : command.arguments)
    if (cache_.holds(argument)) command.readable.emplace_back(argument);
  sandbox::Finished finished =
      runner_.run(command, own ? kOwnSeconds : kCompileSeconds, kDiagnosticBytes, stop);
  if (finished.interrupted) throw util::Interrupted();
  if (finished.ending.signal == SIGKILL && !hit_limit(finished)) throw_killed();
  return finished;
}

void ToolchainCompiler::throw_killed() const {
  throw util::GraderError(fmt::format("{} was killed, perhaps for want of memory", toolchain_.cxx.string()));
}

/// Throws where the failure is the machine's, and not that of what was compiled or linked. Words alone prove
/// nothing: a source can have them in a message of its own.
void ToolchainCompiler::require_working_compiler(const fs::path& box, const std::string& file,
                                                 const sandbox::Finished& failed, std::stop_token stop) {
  if (hit_limit(failed)) return;
  require_room(toolchain_, box, failed);
  if (speaks_of_code(failed, file)) return;
  if (says_killed(failed)) throw_killed();
  require_working(toolchain_, box, precompiled_.ready(stop).compile_flags, {},
                  [&](const std::vector<std::string>& arguments) { return run(arguments, box, stop); });
}

/// Why a solution's unit did not compile, in words about the solution's file: it is compiled alone once more,
/// so that nothing generated can stand in the message.
BuildFailure ToolchainCompiler::explain(const Unit& unit, const fs::path& box,
                                        const sandbox::Finished& failed, std::stop_token stop) {
  const std::string& file = unit.solution_file;
  if (hit_limit(failed)) return limit_failure(file, failed);
  const auto& ready = precompiled_.ready(stop);
  std::vector<std::string> arguments = {toolchain_.cxx.string()};
  arguments.insert(arguments.end(), ready.compile_flags.begin(), ready.compile_flags.end());
  arguments.insert(arguments.end(), {"-Iinclude", "-c", file, "-o", "alone.o"});
  const sandbox::Finished alone = run(arguments, box, stop);
  if (hit_limit(alone)) return explain(unit, box, alone, stop);
  if (!succeeded(alone))
    return {model::Verdict::compile_error, compile_message(alone.output, ready.folder.string())};
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
  for (const auto& [name, text] : unit.files) util::write_file(box / name, text);
  const auto& ready = precompiled_.ready_to_compile(stop);
  std::vector<std::string> arguments = {toolchain_.cxx.string()};
  arguments.insert(arguments.end(), ready.compile_flags.begin(), ready.compile_flags.end());
  arguments.insert(arguments.end(), flags.begin(), flags.end());
  arguments.insert(arguments.end(), {"-Iinclude", "-c", unit.name, "-o", "unit.o"});
  return run(arguments, box, stop, unit.author);
}

ToolchainCompiler::Object ToolchainCompiler::compile(const Unit& unit, std::stop_token stop) {
  const std::string key = key_of(unit, stop);
  const auto lock = turn(key);
  if (auto cached = cache_.find("object", key)) return *cached;
  const util::TemporaryDirectory box = cache_.box();
  sandbox::Finished finished = compile_in(box.path(), unit, {}, stop);
  if (is_worth_another_try(finished, unit.solution_file)) finished = compile_in(box.path(), unit, {}, stop);
  if (succeeded(finished)) {
    require_made(toolchain_, box.path() / "unit.o");
    return cache_.publish("object", key, box.path() / "unit.o");
  }
  require_working_compiler(box.path(), unit.solution_file, finished, stop);
  if (unit.solution != nullptr) return explain(unit, box.path(), finished, stop);
  throw util::GraderError(
      fmt::format("the code generated for {} does not compile:\n{}", unit.name, finished.output));
}

ToolchainCompiler::Object ToolchainCompiler::compile_solution(const Solution& solution,
                                                              const std::vector<const model::Exercise*>& used,
                                                              std::stop_token stop) {
  const model::Exercise& exercise = *solution.exercise;
  Unit unit{"solution.cpp", {}, &solution, exercise.id + ".cpp"};
  unit.files[unit.solution_file] = solution.source;
  unit.files["include/" + exercise.id + ".hpp"] = codegen::header(exercise, used);
  unit.files[unit.name] = codegen::solution_unit(exercise, unit.solution_file);
  return compile(unit, stop);
}

/// Keeps the names of a used solution to itself, but for the function it is used for: two files of one
/// student may have helpers of the same name. Section groups are resolved first, because their members turn
/// local.
ToolchainCompiler::Object ToolchainCompiler::isolate(const fs::path& object, const std::string& id,
                                                     std::stop_token stop) {
  const std::string key =
      cache_.key(KeyBuilder().add("format", kFormat).add("object", object.filename().string()));
  const auto lock = turn(key);
  if (auto cached = cache_.find("isolated", key)) return *cached;
  const util::TemporaryDirectory box = cache_.box();
  const std::string merged = (box.path() / "merged.o").string();
  std::vector<std::string> merge = link_command();
  merge.insert(merge.end(),
               {"-r", "-nostdlib", "-Wl,--force-group-allocation", object.string(), "-o", merged});
  const std::vector<std::string> hide{"/usr/bin/objcopy", "--keep-global-symbol=" + codegen::symbol(id),
                                      merged};
  for (const std::vector<std::string>& arguments : {merge, hide}) {
    sandbox::Finished finished = run(arguments, box.path(), stop);
    if (is_worth_another_try(finished, object.string())) finished = run(arguments, box.path(), stop);
    if (succeeded(finished)) continue;
    require_working_compiler(box.path(), object.string(), finished, stop);
    // It compiles, and is nothing that can be linked: sections that were written by hand, say.
    return BuildFailure{model::Verdict::compile_error, link_message(finished.output, id + ".cpp")};
  }
  return cache_.publish("isolated", key, merged);
}

std::optional<BuildFailure> ToolchainCompiler::add_used(const Program& program, const Solution& caller,
                                                        Linked& linked, std::stop_token stop) {
  for (const std::string& id : caller.exercise->uses) {
    if (!refers_to(linked.objects.back(), codegen::symbol(id)) || !linked.used.insert(id).second) continue;
    const Solution* used = find(program, id);
    if (used == nullptr)
      throw util::GraderError(fmt::format("{} uses {}, which is not there", caller.exercise->id, id));
    std::vector<const model::Exercise*> theirs;
    for (const std::string& other : used->exercise->uses)
      if (const Solution* found = find(program, other)) theirs.push_back(found->exercise);
    const Object object = compile_solution(*used, theirs, stop);
    if (std::holds_alternative<BuildFailure>(object))
      return BuildFailure{model::Verdict::prerequisite_failed,
                          fmt::format("it calls your solution of {}, which does not compile", id)};
    Linked inner{{std::get<fs::path>(object)}, linked.used};
    if (auto failure = add_used(program, *used, inner, stop)) return failure;
    const Object isolated = isolate(inner.objects.back(), id, stop);
    if (std::holds_alternative<BuildFailure>(isolated))
      return BuildFailure{model::Verdict::prerequisite_failed,
                          fmt::format("it calls your solution of {}, which cannot be linked", id)};
    inner.objects.back() = std::get<fs::path>(isolated);
    linked.used = inner.used;
    linked.objects.insert(linked.objects.begin(), inner.objects.begin(), inner.objects.end());
  }
  return std::nullopt;
}

BuildResult ToolchainCompiler::link(const Linked& linked, const std::string& file, std::stop_token stop) {
  KeyBuilder builder;
  builder.add("format", kFormat).add("harness", precompiled_.ready(stop).fingerprint);
  for (const fs::path& object : linked.objects) builder.add("object", object.filename().string());
  const std::string key = cache_.key(builder);
  const auto lock = turn(key);
  const bool sanitized = mode_ == Mode::sanitized;
  const auto libraries = sanitized ? toolchain_.folders : std::vector<fs::path>{};
  if (auto cached = cache_.find("worker", key)) return Built{*cached, {}, libraries};
  const util::TemporaryDirectory box = cache_.box();
  std::vector<std::string> arguments = link_command();
  arguments.insert(arguments.end(), {"-o", "worker"});
  for (const fs::path& object : linked.objects) arguments.push_back(object.string());
  // A worker that needs no loader and no libraries can be left without any file at all. Sanitizers need both.
  arguments.emplace_back(sanitized ? kSanitizers : "-static");
  if (!toolchain_.linker.empty()) arguments.push_back("-fuse-ld=" + toolchain_.linker);
  sandbox::Finished finished = run(arguments, box.path(), stop);
  // The compiler's own linker has the last word: messages have one wording wherever there is a faster one.
  if (!succeeded(finished) && !toolchain_.linker.empty()) {
    arguments.pop_back();
    finished = run(arguments, box.path(), stop);
  }
  if (is_worth_another_try(finished, file)) finished = run(arguments, box.path(), stop);
  if (succeeded(finished))
    require_made(toolchain_, box.path() / "worker");
  else
    require_working_compiler(box.path(), file, finished, stop);
  if (!succeeded(finished) && hit_limit(finished)) return limit_failure(file, finished);
  if (!succeeded(finished))
    return BuildFailure{model::Verdict::compile_error, link_message(finished.output, file)};
  if (!sanitized && names_an_interpreter(box.path() / "worker"))
    return BuildFailure{model::Verdict::compile_error, interpreter_message(file)};
  return Built{cache_.publish("worker", key, box.path() / "worker"), {}, libraries};
}

BuildResult ToolchainCompiler::build(const Program& program, std::stop_token stop) {
  const model::Exercise& exercise = *program.solution.exercise;
  std::vector<const model::Exercise*> used;
  for (const std::string& id : exercise.uses)
    if (const Solution* found = find(program, id)) used.push_back(found->exercise);
  const Object solution = compile_solution(program.solution, used, stop);
  if (const auto* failure = std::get_if<BuildFailure>(&solution)) return *failure;

  Linked linked{{std::get<fs::path>(solution)}, {}};
  std::vector<std::string> calls;
  for (const std::string& id : exercise.uses)
    if (refers_to(linked.objects[0], codegen::symbol(id))) calls.push_back(id);
  if (auto failure = add_used(program, program.solution, linked, stop)) return *failure;

  BuildResult result = link_with_harness(exercise, std::move(linked), stop);
  if (auto* built = std::get_if<Built>(&result)) built->calls = calls;
  return result;
}

BuildResult ToolchainCompiler::link_with_harness(const model::Exercise& exercise, Linked linked,
                                                 std::stop_token stop) {
  const Unit adapter{"adapter.cpp",
                     {{"adapter.cpp", codegen::adapter(exercise)},
                      {"include/" + exercise.id + ".hpp", codegen::header(exercise, {})}},
                     nullptr,
                     {},
                     Author::grader};
  const Unit main{
      "main.cpp", {{"main.cpp", std::string(harness_file("main.cpp"))}}, nullptr, {}, Author::grader};
  for (const auto& [part, file] : kDecompositions) {
    const auto mentions_it = [part = part](const fs::path& object) { return mentions(object, part); };
    if (std::none_of(linked.objects.begin(), linked.objects.end(), mentions_it)) continue;
    const std::string name(file);
    const Unit decomposition{name, {{name, std::string(harness_file(file))}}, nullptr, {}, Author::grader};
    linked.objects.push_back(std::get<fs::path>(compile(decomposition, stop)));
  }
  linked.objects.push_back(std::get<fs::path>(compile(adapter, stop)));
  linked.objects.push_back(std::get<fs::path>(compile(main, stop)));
  return link(linked, exercise.id + ".cpp", stop);
}

}  // namespace grader::build
