#include "build/gathered_group.hpp"

#include <algorithm>
#include <sstream>

#include "build/gathered_object.hpp"
#include "build/trial.hpp"
#include "codegen/codegen.hpp"
#include "codegen/cpp_types.hpp"

namespace grader::build {
namespace {

namespace fs = std::filesystem;

constexpr const char* kRecords = "gathered";
constexpr const char* kAlone = "alone";
constexpr std::size_t kTagDigits = 16;

/// Whether a line of the compiler's names the place of a mistake, or how it came about.
bool is_about_mistake(const std::string& line) {
  for (const char* sign : {"error:", "required from", "required by", "instantiation"})
    if (line.find(sign) != std::string::npos) return true;
  return false;
}

void write_record(const Cache& cache, const std::string& key, const std::string& text) {
  const util::TemporaryDirectory box = cache.box();
  util::write_file(box.path() / "record", text, util::Lasting::no);
  cache.publish(kRecords, key, box.path() / "record");
}

}  // namespace

std::string ToolchainCompiler::Gathered::tag() const {
  std::string name = exercise().id;
  name.replace(name.find('/'), 1, "__");
  return name + "_" + key.substr(0, kTagDigits);
}

/// The record is a word, "alone" or the object's key, and the calls, each in a line.
void ToolchainCompiler::Gathered::recall(const Cache& cache) {
  if (recalled) return;
  recalled = true;
  const auto kept = cache.find(kRecords, record);
  if (!kept) return;
  std::istringstream lines(util::read_file(*kept).value_or(""));
  std::string word;
  std::getline(lines, word);
  if (word == kAlone) {
    alone = true;
  } else if (const auto found = cache.find("object", word)) {
    object = *found;
    for (std::string id; std::getline(lines, id);) calls.push_back(id);
  }
}

void ToolchainCompiler::Gathered::remember(const Cache& cache) const {
  std::string text = (alone ? kAlone : object.filename().string()) + "\n";
  for (const std::string& id : calls) text += id + "\n";
  write_record(cache, record, text);
}

void ToolchainCompiler::GatheredGroup::compile() {
  constexpr int kAttempts = 3;
  for (int left = kAttempts; left > 0 && !members_.empty(); --left) {
    std::vector<Gathered*> out = attempt();
    if (out.empty()) return;
    // What goes wrong without anybody being named may be the machine's fault.
    const bool named = out.size() < members_.size();
    if (left == 1) out = members_;
    for (Gathered* member : out) {
      member->alone = true;
      if (named) member->remember(compiler_.cache_);
      std::erase(members_, member);
    }
  }
}

/// Those that have to be left out; none where each has its object.
std::vector<ToolchainCompiler::Gathered*> ToolchainCompiler::GatheredGroup::attempt() {
  const Unit all = unit();
  const std::string key = compiler_.cache_.key(KeyBuilder().add("gathered", compiler_.key_of(all, stop_)));
  const auto lock = compiler_.turn(key);
  if (auto cached = compiler_.cache_.find("object", key)) {
    adopt(*cached);
    return {};
  }
  const util::TemporaryDirectory box = compiler_.cache_.box();
  // Each mistake counts, not only the first twenty. What is inlined must not depend on what is beside it. In
  // sections of its own, the linker leaves out what nobody calls.
  std::vector<std::string> flags = {"-ffunction-sections", "-fdata-sections"};
  if (compiler_.toolchain_.family == Family::gcc)
    flags.insert(flags.end(), {"-fmax-errors=0", "--param=large-unit-insns=1000000000"});
  else
    flags.emplace_back("-ferror-limit=0");
  const sandbox::Finished finished = compiler_.compile_in(box.path(), all, flags, stop_);
  if (!succeeded(finished)) return blamed_in(finished.output);
  require_made(compiler_.toolchain_, box.path() / "unit.o");
  std::vector<Gathered*> out = inspected(box.path() / "unit.o");
  if (out.empty()) adopt(compiler_.cache_.publish_once("object", key, box.path() / "unit.o"));
  return out;
}

ToolchainCompiler::Unit ToolchainCompiler::GatheredGroup::unit() const {
  Unit unit{"gathered.cpp", {}, nullptr, {}};
  std::vector<codegen::GatheredSolution> solutions;
  for (const Gathered* member : members_) {
    const codegen::GatheredSolution& solution = solutions.emplace_back(
        codegen::GatheredSolution{member->solution->exercise, member->used, member->tag(), member->file});
    unit.budget = smaller(unit.budget, budget_of(member->exercise().limits));
    unit.files[member->exercise().id + ".cpp"] = member->solution->source;
    unit.files["include/" + member->exercise().id + ".hpp"] = codegen::gathered_header(solution);
  }
  unit.files[unit.name] = codegen::gathered_unit(solutions);
  return unit;
}

std::vector<ToolchainCompiler::Gathered*> ToolchainCompiler::GatheredGroup::blamed_in(
    const std::string& output) const {
  std::vector<Gathered*> blamed;
  std::istringstream lines(output);
  for (std::string line; std::getline(lines, line);) {
    if (!is_about_mistake(line)) continue;
    for (Gathered* member : members_) {
      const std::string file = member->exercise().id + ".cpp";
      const bool begins = line.starts_with(file + ":") || line.starts_with(file + ".");
      if (begins && std::find(blamed.begin(), blamed.end(), member) == blamed.end()) blamed.push_back(member);
    }
  }
  return blamed.empty() ? members_ : blamed;
}

/// What a file does at start is not told apart from what others do: then none of them is linked.
std::vector<ToolchainCompiler::Gathered*> ToolchainCompiler::GatheredGroup::inspected(
    const fs::path& object) {
  const auto read = [](const fs::path& file) { return util::read_file(file).value_or(""); };
  const Unit nothing{"empty.cpp", {{"empty.cpp", codegen::gathered_unit({})}}, nullptr, {}, kOwnBudget};
  const std::string empty_bytes = read(std::get<fs::path>(compiler_.compile(nothing, stop_)));
  const auto empty = read_elf_object(empty_bytes);
  const std::string bytes = read(object);
  const auto elf = read_elf_object(bytes);
  if (!empty || !elf) return members_;
  std::vector<std::string> tags;
  for (const Gathered* member : members_) tags.push_back(member->tag());
  const Findings findings = inspect(*elf, tags, startup_sizes(*empty));
  return findings.sound ? with_tags(findings.blamed) : members_;
}

std::vector<ToolchainCompiler::Gathered*> ToolchainCompiler::GatheredGroup::with_tags(
    const std::set<std::string>& tags) const {
  std::vector<Gathered*> found;
  for (Gathered* member : members_)
    if (tags.contains(member->tag())) found.push_back(member);
  return found;
}

void ToolchainCompiler::GatheredGroup::adopt(const fs::path& object) {
  const std::string bytes = util::read_file(object).value_or("");
  const auto elf = read_elf_object(bytes);
  const std::set<std::string> calls = elf ? called_symbols(*elf) : std::set<std::string>();
  for (Gathered* member : members_) {
    member->object = object;
    member->calls.clear();
    for (const std::string& id : member->exercise().uses)
      if (calls.contains(codegen::call_symbol(member->tag(), id))) member->calls.push_back(id);
    member->remember(compiler_.cache_);
  }
}

}  // namespace grader::build
