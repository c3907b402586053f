#include <elf.h>
#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <numeric>
#include <set>

#include "build/failures.hpp"
#include "build/harness_files.hpp"
#include "build/messages.hpp"
#include "build/trial.hpp"
#include "build/unit.hpp"
#include "codegen/codegen.hpp"
#include "codegen/cpp_types.hpp"
#include "util/error.hpp"
#include "util/unique_fd.hpp"

namespace grader::build {
namespace {

namespace fs = std::filesystem;

/// A part of Eigen that decompositions.hpp or products.hpp keeps out of solutions.
struct EigenPart {
  std::string_view file;
  std::vector<std::string_view> in_object;  // parts of the names that an object has for it
  std::string_view in_source;               // of a name by which a text asks for it; empty: most do
  bool takes_long = false;                  // to compile
};

/// What takes long first, so that nobody waits for it at the end; then what most solutions need.
const std::vector<EigenPart>& eigen_parts() {
  static const std::vector<EigenPart> parts = {
      {"bdc_svd.cpp", {"6BDCSVDI"}, "bdcSvd", true},
      {"jacobi_svd.cpp", {"9JacobiSVDI"}, "acobiS", true},
      {"self_adjoint_eigen_solver.cpp", {"22SelfAdjointEigenSolverI"}, "elfAdjointEigenSolver", true},
      {"products.cpp",
       {"11gebp_kernelI", "29general_matrix_vector_productI", "8products15multiply_vectorI",
        "8products14multiply_outerE"},
       {}},
      {"multiply_matrices.cpp", {"8products8multiplyILb0ELb0EE"}, {}},
      {"multiply_by_transposed.cpp", {"8products8multiplyILb0ELb1EE"}, "transpose"},
      {"multiply_transposed.cpp", {"8products8multiplyILb1ELb0EE"}, "transpose"},
      {"multiply_both_transposed.cpp", {"8products8multiplyILb1ELb1EE"}, "transpose"}};
  return parts;
}

/// Whether an object refers to a symbol: its name then stands in the string table.
bool refers_to(const fs::path& object, const std::string& symbol) {
  const auto content = util::read_file(object);
  return content && content->find('\0' + symbol + '\0') != std::string::npos;
}

/// Whether another program is to be executed in an executable's place: a section .interp makes the linker say
/// so. Of the file, which may be large, only the headers are read.
bool names_an_interpreter(const fs::path& executable) {
  const util::UniqueFd fd(::open(executable.c_str(), O_RDONLY | O_CLOEXEC));
  const auto read_at = [&](std::uint64_t at, auto& header) {
    return ::pread(fd.get(), &header, sizeof header, static_cast<off_t>(at)) == ssize_t{sizeof header};
  };
  Elf64_Ehdr header{};
  if (!fd || !read_at(0, header)) return false;
  for (std::size_t i = 0; i < header.e_phnum; ++i) {
    Elf64_Phdr segment{};
    if (!read_at(header.e_phoff + i * header.e_phentsize, segment)) return false;
    if (segment.p_type == PT_INTERP) return true;
  }
  return false;
}

/// The parts that objects have names for.
std::vector<const EigenPart*> parts_of(const std::vector<fs::path>& objects) {
  std::vector<std::string> contents;
  for (const fs::path& object : objects) contents.push_back(util::read_file(object).value_or(""));
  const auto have = [&contents](std::string_view name) {
    return std::any_of(contents.begin(), contents.end(), [name](const std::string& content) {
      return content.find(name) != std::string::npos;
    });
  };
  std::vector<const EigenPart*> found;
  for (const EigenPart& part : eigen_parts())
    if (std::any_of(part.in_object.begin(), part.in_object.end(), have)) found.push_back(&part);
  return found;
}

/// What objects add to an executable at most. Each has kept its own limit; with sanitizers those of the
/// harness alone are as large as any.
std::int64_t mib_of(const std::vector<fs::path>& objects) {
  constexpr std::uintmax_t kMib = 1024 * 1024;
  std::uintmax_t bytes = 0;
  for (const fs::path& object : objects) {
    std::error_code error;
    const std::uintmax_t size = fs::file_size(object, error);
    if (!error) bytes += size;
  }
  return static_cast<std::int64_t>((bytes + kMib - 1) / kMib);
}

const Solution* solution_of(const Program& program, const std::string& id) {
  for (const Solution& used : program.used)
    if (used.exercise->id == id) return &used;
  return nullptr;
}

}  // namespace

std::vector<const model::Exercise*> exercises_used(const Program& program, const model::Exercise& exercise) {
  std::vector<const model::Exercise*> used;
  for (const std::string& id : exercise.uses)
    if (const Solution* found = solution_of(program, id)) used.push_back(found->exercise);
  return used;
}

/// What links, without link-time optimisation: its plugin reads sections that a source may have written.
std::vector<std::string> ToolchainCompiler::link_command() const {
  std::vector<std::string> command = {toolchain_.cxx.string()};
  if (toolchain_.family == Family::gcc) command.emplace_back("-fno-use-linker-plugin");
  return command;
}

/// Keeps the names of a used solution to itself, but for the function it is used for: two files of one
/// student may have helpers of the same name. Section groups are resolved first, because their members turn
/// local.
ToolchainCompiler::Object ToolchainCompiler::isolate(const fs::path& object, const model::Exercise& exercise,
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
  const std::vector<std::string> hide{"/usr/bin/objcopy",
                                      "--keep-global-symbol=" + codegen::symbol(exercise.id), merged};
  const Budget budget = larger(kUsualBudget, budget_of(exercise.limits));
  for (const std::vector<std::string>& arguments : {merge, hide}) {
    sandbox::Finished finished = run(arguments, box.path(), stop, budget);
    if (is_worth_another_try(finished, object.string(), budget))
      finished = run(arguments, box.path(), stop, budget);
    if (succeeded(finished)) continue;
    require_working_compiler(box.path(), object.string(), finished, budget, stop);
    // It compiles, and is nothing that can be linked: sections that were written by hand, say.
    return BuildFailure{model::Verdict::compile_error, link_message(finished.output, exercise.id + ".cpp")};
  }
  return cache_.publish_once("isolated", key, merged);
}

std::optional<BuildFailure> ToolchainCompiler::add_used(const Program& program, const Solution& caller,
                                                        Linked& linked, std::stop_token stop) {
  for (const std::string& id : caller.exercise->uses) {
    if (!refers_to(linked.objects.back(), codegen::symbol(id)) || !linked.used.insert(id).second) continue;
    const Solution* used = solution_of(program, id);
    if (used == nullptr)
      throw util::GraderError(fmt::format("{} uses {}, which is not there", caller.exercise->id, id));
    const Object object = compile_solution(*used, exercises_used(program, *used->exercise), stop);
    if (std::holds_alternative<BuildFailure>(object))
      return BuildFailure{model::Verdict::prerequisite_failed,
                          fmt::format("it calls your solution of {}, which does not compile", id)};
    linked.allow(*used->exercise);
    Linked inner{{std::get<fs::path>(object)}, linked.used};
    if (auto failure = add_used(program, *used, inner, stop)) return failure;
    const Object isolated = isolate(inner.objects.back(), *used->exercise, stop);
    if (std::holds_alternative<BuildFailure>(isolated))
      return BuildFailure{model::Verdict::prerequisite_failed,
                          fmt::format("it calls your solution of {}, which cannot be linked", id)};
    inner.objects.back() = std::get<fs::path>(isolated);
    linked.used = inner.used;
    linked.budget = larger(linked.budget, inner.budget);
    linked.objects.insert(linked.objects.begin(), inner.objects.begin(), inner.objects.end());
  }
  return std::nullopt;
}

ToolchainCompiler::Unit ToolchainCompiler::adapter_of(const model::Exercise& exercise) {
  return {"adapter.cpp",
          {{"adapter.cpp", codegen::adapter(exercise)},
           {"include/" + exercise.id + ".hpp", codegen::header(exercise, {})}},
          nullptr,
          {},
          kOwnBudget};
}

ToolchainCompiler::Unit ToolchainCompiler::own_unit(std::string_view file) {
  const std::string name(file);
  return {name, {{name, std::string(harness_file(file))}}, nullptr, {}, kOwnBudget};
}

void ToolchainCompiler::add_harness(const std::vector<const model::Exercise*>& exercises, Linked& linked,
                                    std::stop_token stop) {
  std::vector<Unit> units;
  for (const model::Exercise* exercise : exercises) units.push_back(adapter_of(*exercise));
  std::set<const EigenPart*> known;
  std::vector<fs::path> users = linked.objects;
  // Parts use other parts.
  while (true) {
    const std::size_t others = units.size();
    for (const EigenPart* part : parts_of(users))
      if (known.insert(part).second) units.push_back(own_unit(part->file));
    if (units.empty()) return;
    const std::vector<fs::path> objects = compile_all(units, stop);
    linked.objects.insert(linked.objects.end(), objects.begin(), objects.end());
    users.assign(objects.begin() + static_cast<std::ptrdiff_t>(others), objects.end());
    units.clear();
  }
}

/// Everybody who links needs about the same: what another thread compiles already is left to it while there
/// is something else to do.
std::vector<fs::path> ToolchainCompiler::compile_all(const std::vector<Unit>& units, std::stop_token stop) {
  std::vector<fs::path> objects(units.size());
  std::vector<std::size_t> left(units.size());
  std::iota(left.begin(), left.end(), std::size_t{0});
  while (!left.empty()) {
    auto next = std::find_if(left.begin(), left.end(),
                             [&](std::size_t i) { return !is_taken(key_of(units[i], stop)); });
    if (next == left.end()) next = left.begin();
    objects[*next] = std::get<fs::path>(compile(units[*next], stop));
    left.erase(next);
  }
  return objects;
}

std::vector<ToolchainCompiler::Unit> ToolchainCompiler::usual_harness() {
  std::vector<Unit> units = {own_unit(kMain)};
  for (const EigenPart& part : eigen_parts())
    if (!part.takes_long) units.push_back(own_unit(part.file));
  return units;
}

std::vector<ToolchainCompiler::Unit> ToolchainCompiler::probable_harness(
    const std::vector<const Solution*>& solutions) {
  std::vector<Unit> units;
  for (const EigenPart& part : eigen_parts()) {
    const auto asks_for_it = [&part](const Solution* solution) {
      return solution->source.find(part.in_source) != std::string::npos;
    };
    if (std::any_of(solutions.begin(), solutions.end(), asks_for_it)) units.push_back(own_unit(part.file));
  }
  return units;
}

BuildResult ToolchainCompiler::link_with_harness(const model::Exercise& exercise, Linked linked,
                                                 std::stop_token stop) {
  linked.allow(exercise);
  add_harness({&exercise}, linked, stop);
  return link(linked, exercise.id + ".cpp", stop);
}

/// An empty `linker` is the compiler's own.
std::vector<std::string> ToolchainCompiler::link_arguments(const std::string& executable,
                                                           const Linked& linked, const fs::path& main,
                                                           const std::string& linker) const {
  std::vector<std::string> arguments = link_command();
  arguments.insert(arguments.end(), {"-o", executable});
  for (const fs::path& object : linked.objects) arguments.push_back(object.string());
  arguments.push_back(main.string());
  arguments.insert(arguments.end(), linked.options.begin(), linked.options.end());
  // A worker that needs no loader and no libraries can be left without any file at all. Sanitizers need both.
  const bool sanitized = mode_ == Mode::sanitized;
  arguments.emplace_back(sanitized ? kSanitizers : "-static");
  // Names are for debuggers and sanitizers; without them an executable is a fifth smaller and sooner written.
  if (!sanitized && mode_ != Mode::debug) arguments.emplace_back("-Wl,-s,--build-id=none");
  if (!linker.empty()) arguments.push_back("-fuse-ld=" + linker);
  return arguments;
}

BuildResult ToolchainCompiler::link(const Linked& linked, const std::string& file, std::stop_token stop) {
  const fs::path main = std::get<fs::path>(compile(own_unit(kMain), stop));
  const std::optional<fs::path> runtime = runtime_of(main, stop);
  KeyBuilder builder;
  builder.add("format", kFormat).add("harness", precompiled_.ready(stop).fingerprint);
  builder.add("main", runtime.value_or(main).filename().string());
  for (const fs::path& object : linked.objects) builder.add("object", object.filename().string());
  for (const std::string& option : linked.options) builder.add("option", option);
  const std::string key = cache_.key(builder);
  const auto lock = turn(key);
  const bool sanitized = mode_ == Mode::sanitized;
  const auto libraries = sanitized ? toolchain_.folders : std::vector<fs::path>{};
  if (auto cached = cache_.find("worker", key)) return Built{*cached, {}, libraries};
  const util::TemporaryDirectory box = cache_.box();
  Budget budget = linked.budget;
  budget.file_mib += mib_of(linked.objects) + mib_of({main});
  std::vector<std::string> arguments =
      link_arguments("worker", linked, runtime.value_or(main), toolchain_.linker);
  sandbox::Finished finished = run(arguments, box.path(), stop, budget);
  // The compiler's own linker has the last word: messages have one wording wherever there is a faster one.
  if (!succeeded(finished) && (runtime || !toolchain_.linker.empty())) {
    arguments = link_arguments("worker", linked, main, {});
    finished = run(arguments, box.path(), stop, budget);
  }
  if (is_worth_another_try(finished, file, budget)) finished = run(arguments, box.path(), stop, budget);
  if (succeeded(finished))
    require_made(toolchain_, box.path() / "worker");
  else
    require_working_compiler(box.path(), file, finished, budget, stop);
  if (!succeeded(finished) && hit_limit(finished, budget)) return limit_failure(file, finished, budget);
  if (!succeeded(finished))
    return BuildFailure{model::Verdict::compile_error, link_message(finished.output, file)};
  if (!sanitized && names_an_interpreter(box.path() / "worker"))
    return BuildFailure{model::Verdict::compile_error, interpreter_message(file)};
  return Built{cache_.publish_once("worker", key, box.path() / "worker"), {}, libraries};
}

BuildResult ToolchainCompiler::build(const Program& program, std::stop_token stop) {
  const model::Exercise& exercise = *program.solution.exercise;
  const Object solution = compile_solution(program.solution, exercises_used(program, exercise), stop);
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

}  // namespace grader::build
