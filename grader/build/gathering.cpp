#include "build/gathering.hpp"

#include <algorithm>
#include <functional>
#include <sstream>

#include "build/gathered_object.hpp"
#include "codegen/codegen.hpp"
#include "codegen/cpp_types.hpp"
#include "util/parallel.hpp"

namespace grader::build {
namespace {

namespace fs = std::filesystem;

constexpr const char* kLinkedRecords = "together";
/// One or two files are compiled as fast alone, and give objects that serve in more ways.
constexpr std::size_t kFewest = 3;

}  // namespace

std::map<std::string, BuildResult> ToolchainCompiler::gather(const std::vector<Program>& programs,
                                                             Author author, int jobs, std::stop_token stop) {
  if (mode_ != Mode::grade) return {};
  return Gathering(*this, programs, author, jobs, std::move(stop)).run();
}

/// A program with another solution of an exercise than the programs before it is left to be built alone.
ToolchainCompiler::Gathering::Gathering(ToolchainCompiler& compiler, const std::vector<Program>& programs,
                                        Author author, int jobs, std::stop_token stop)
    : compiler_(compiler),
      author_(author),
      jobs_(static_cast<std::size_t>(std::max(1, jobs))),
      stop_(std::move(stop)) {
  for (const Program& program : programs) {
    bool fits = add(program.solution, program);
    for (const Solution& used : program.used) fits = add(used, program) && fits;
    if (fits) programs_.push_back(&program);
  }
}

bool ToolchainCompiler::Gathering::add(const Solution& solution, const Program& program) {
  const std::string& id = solution.exercise->id;
  const auto found = members_.find(id);
  if (found != members_.end()) return found->second.solution->source == solution.source;
  Gathered& member = members_[id];
  order_.push_back(id);
  member.solution = &solution;
  member.used = exercises_used(program, *solution.exercise);
  member.key = compiler_.key_of(unit_of(solution, member.used), stop_);
  member.record = member.key;
  if (author_ == Author::course)
    member.record = compiler_.cache_.key(KeyBuilder().add("author", "course").add("key", member.key));
  return true;
}

std::map<std::string, BuildResult> ToolchainCompiler::Gathering::run() {
  find_linked();
  for (const Program* program : programs_)
    for (Gathered* member : needed_by(*program)) member->recall(compiler_.cache_);
  std::erase_if(programs_, [this](const Program* program) {
    const auto needed = needed_by(*program);
    return std::all_of(needed.begin(), needed.end(),
                       [this](const Gathered* m) { return is_compiled_alone(*m); });
  });
  const std::vector<Gathered*> fresh = to_compile();
  if (!pays(fresh.size())) return std::move(built_);
  compile(fresh);
  link_all();
  return std::move(built_);
}

/// Its solution and those that it may call.
std::vector<ToolchainCompiler::Gathered*> ToolchainCompiler::Gathering::needed_by(const Program& program) {
  std::vector<Gathered*> needed = {&members_.at(program.solution.exercise->id)};
  for (const Solution& used : program.used) needed.push_back(&members_.at(used.exercise->id));
  return needed;
}

bool ToolchainCompiler::Gathering::is_compiled_alone(const Gathered& member) {
  const auto [found, is_new] = compiled_alone_.try_emplace(member.key, false);
  if (is_new) found->second = compiler_.cache_.find("object", member.key).has_value();
  return found->second;
}

/// What programs need and no earlier run has compiled with others, nor found that it has to be alone.
std::vector<ToolchainCompiler::Gathered*> ToolchainCompiler::Gathering::to_compile() {
  std::set<const Gathered*> needed;
  for (const Program* program : programs_)
    for (const Gathered* member : needed_by(*program)) needed.insert(member);
  std::vector<Gathered*> fresh;
  const auto& headers = compiler_.precompiled_.ready(stop_).headers;
  for (const std::string& id : order_) {
    Gathered& member = members_.at(id);
    if (!needed.contains(&member) || member.alone || !member.object.empty()) continue;
    auto file = codegen::gatherable(member.solution->source, id, headers);
    member.alone = std::holds_alternative<codegen::NotGatherable>(file);
    if (member.alone) continue;
    member.file = std::get<codegen::Gatherable>(std::move(file));
    fresh.push_back(&member);
  }
  return fresh;
}

/// Few files are compiled alone, unless what they call would have to be compiled for them as well.
bool ToolchainCompiler::Gathering::pays(std::size_t to_compile) {
  if (programs_.empty()) return false;
  std::set<const Gathered*> missing;
  for (const Program* program : programs_)
    for (const Gathered* member : needed_by(*program))
      if (!is_compiled_alone(*member)) missing.insert(member);
  return to_compile >= kFewest || missing.size() > to_compile;
}

/// Everything that the executable of a program depends on, as far as it is the author's.
std::string ToolchainCompiler::Gathering::key_of(const Program& program) {
  const model::Exercise& exercise = *program.solution.exercise;
  KeyBuilder builder;
  builder.add("format", kFormat).add("adapter", codegen::adapter(exercise));
  for (const Gathered* member : needed_by(program)) builder.add(member->exercise().id, member->record);
  return compiler_.cache_.key(builder);
}

/// Programs that an earlier run has linked. The record of one is the executable's key, and the exercises it
/// calls, each in a line.
void ToolchainCompiler::Gathering::find_linked() {
  std::map<std::string, std::optional<fs::path>> workers;
  std::erase_if(programs_, [&](const Program* program) {
    const auto record = compiler_.cache_.find(kLinkedRecords, key_of(*program));
    if (!record) return false;
    std::istringstream lines(util::read_file(*record).value_or(""));
    std::string key;
    std::getline(lines, key);
    const auto [worker, is_new] = workers.try_emplace(key);
    if (is_new) worker->second = compiler_.cache_.find("worker", key);
    if (!worker->second) return false;
    const std::string& id = program->solution.exercise->id;
    Built built{*worker->second, {}, {}, id};
    for (std::string call; std::getline(lines, call);) built.calls.push_back(call);
    built_.emplace(id, std::move(built));
    return true;
  });
}

/// As many groups as there are jobs, with about as much to compile in each, in the order of the course:
/// exercises of one topic need the same templates.
std::vector<std::vector<ToolchainCompiler::Gathered*>> ToolchainCompiler::Gathering::shared_out(
    const std::vector<Gathered*>& members) const {
  constexpr std::size_t kForEach = 2000;  // what a short file costs, in bytes of a long one
  const auto weight = [](const Gathered* member) { return member->solution->source.size() + kForEach; };
  std::size_t all = 0;
  for (const Gathered* member : members) all += weight(member);
  std::vector<std::vector<Gathered*>> groups(std::min(jobs_, members.size()));
  std::size_t before = 0;
  for (Gathered* member : members) {
    const std::size_t middle = before + weight(member) / 2;
    groups[std::min(groups.size() - 1, middle * groups.size() / all)].push_back(member);
    before += weight(member);
  }
  return groups;
}

/// What they will be linked with meanwhile: where it is not there yet, an adapter takes as long as a solution
/// and a decomposition as long as all of them.
void ToolchainCompiler::Gathering::compile(std::vector<Gathered*> members) {
  std::vector<std::function<void()>> tasks;
  for (const std::vector<Gathered*>& group : shared_out(members))
    tasks.emplace_back([this, group] { GatheredGroup(compiler_, group, stop_).compile(); });
  std::vector<const Solution*> solutions;
  for (const Gathered* member : members) solutions.push_back(member->solution);
  for (const Unit& unit : probable_harness(solutions))
    tasks.emplace_back([this, unit] { compiler_.compile(unit, stop_); });
  for (const Program* program : programs_)
    tasks.emplace_back(
        [this, program] { compiler_.compile(adapter_of(*program->solution.exercise), stop_); });
  util::in_parallel(jobs_, tasks);
}

/// Whether everything that a solution calls is there.
bool ToolchainCompiler::Gathering::reach(const Gathered& member, std::set<const Gathered*>& reached) const {
  if (member.object.empty()) return false;
  if (!reached.insert(&member).second) return true;
  return std::all_of(member.calls.begin(), member.calls.end(), [&](const std::string& id) {
    const auto found = members_.find(id);
    return found != members_.end() && reach(found->second, reached);
  });
}

/// What the linker has to be told: which solutions are called by which. Objects may hold others, older ones
/// too, or other people's, where somebody has handed in the same text of one: what nobody calls is left out,
/// or it could be found in memory.
std::vector<std::string> ToolchainCompiler::Gathering::definitions(
    const std::set<const Gathered*>& members, const std::vector<fs::path>& objects) const {
  std::map<std::string, std::string> values;
  for (const fs::path& object : objects) {
    const std::string bytes = util::read_file(object).value_or("");
    const auto elf = read_elf_object(bytes);
    if (!elf) throw util::GraderError(object.string() + " is not the object that it was");
    for (const std::string& symbol : called_symbols(*elf)) values[symbol] = "0";
  }
  for (const Gathered* member : members) {
    values[codegen::symbol(member->exercise().id)] = codegen::gathered_symbol(member->tag());
    for (const std::string& id : member->calls)
      values[codegen::call_symbol(member->tag(), id)] = codegen::gathered_symbol(members_.at(id).tag());
  }
  std::vector<std::string> options{"-Wl,--gc-sections"};
  for (const auto& [symbol, value] : values) options.push_back("-Wl,--defsym=" + symbol + "=" + value);
  return options;
}

/// One executable of all programs that can be served. Where it cannot be linked, they are built alone.
void ToolchainCompiler::Gathering::link_all() {
  std::vector<const Program*> served;
  std::vector<const model::Exercise*> exercises;
  std::set<const Gathered*> reached;
  Linked linked;
  for (const Program* program : programs_) {
    std::set<const Gathered*> its;
    if (!reach(members_.at(program->solution.exercise->id), its)) continue;
    served.push_back(program);
    exercises.push_back(program->solution.exercise);
    linked.allow(*program->solution.exercise);
    reached.insert(its.begin(), its.end());
  }
  if (served.empty()) return;
  std::set<fs::path> objects;
  for (const Gathered* member : reached) objects.insert(member->object);
  linked.objects.assign(objects.begin(), objects.end());
  linked.options = definitions(reached, linked.objects);
  compiler_.add_harness(exercises, linked, stop_);
  const BuildResult result = compiler_.link(linked, "", stop_);
  const auto* worker = std::get_if<Built>(&result);
  if (worker == nullptr) return;
  for (const Program* program : served) {
    const Gathered& member = members_.at(program->solution.exercise->id);
    built_.emplace(member.exercise().id, Built{worker->executable, member.calls, {}, member.exercise().id});
    std::string record = worker->executable.filename().string() + "\n";
    for (const std::string& call : member.calls) record += call + "\n";
    const util::TemporaryDirectory box = compiler_.cache_.box();
    util::write_file(box.path() / "record", record, util::Lasting::no);
    compiler_.cache_.publish(kLinkedRecords, key_of(*program), box.path() / "record");
  }
}

}  // namespace grader::build
