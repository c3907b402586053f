#include <algorithm>
#include <charconv>
#include <sstream>

#include "build/unit.hpp"
#include "codegen/codegen.hpp"
#include "util/error.hpp"

namespace grader::build {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kPrefix = "variant_";

/// Which variants the compiler's errors speak of, by their number in the unit.
std::set<std::size_t> blamed(const std::string& output) {
  std::set<std::size_t> numbers;
  std::istringstream lines(output);
  for (std::string line; std::getline(lines, line);) {
    const bool is_error = line.find("error:") != std::string::npos ||
                          line.find("required from") != std::string::npos ||
                          line.find("requested here") != std::string::npos;
    if (!is_error || line.rfind(kPrefix, 0) != 0) continue;
    std::size_t number = 0;
    const auto parsed = std::from_chars(line.data() + kPrefix.size(), line.data() + line.size(), number);
    if (parsed.ec == std::errc()) numbers.insert(number);
  }
  return numbers;
}

/// "1 0 1 1": which variants compile, as it is kept in the cache before the messages.
std::vector<bool> read_flags(const std::string& text) {
  std::vector<bool> flags;
  for (const char c : text)
    if (c == '0' || c == '1') flags.push_back(c == '1');
  return flags;
}

std::string flags_text(const std::vector<bool>& flags) {
  std::string text;
  for (const bool flag : flags) text += flag ? "1 " : "0 ";
  return text;
}

}  // namespace

/// Compiles all that compile: those that an error speaks of are left out, and the rest is tried again. Their
/// numbers stay what they were; in the place of one left out stands nothing.
ToolchainCompiler::Object ToolchainCompiler::compile_variants(const Variants& variants, BuiltVariants& built,
                                                              std::stop_token stop) {
  const model::Exercise& exercise = *variants.exercise;
  std::vector<const model::Exercise*> used;
  for (const std::string& id : exercise.uses)
    for (const Solution& solution : variants.used)
      if (solution.exercise->id == id) used.push_back(solution.exercise);
  const auto unit_of = [&](const std::vector<bool>& wanted) {
    Unit unit{"variants.cpp", {}, nullptr, {}};
    unit.files["include/" + exercise.id + ".hpp"] = codegen::header(exercise, used);
    unit.files[unit.name] = codegen::variants_unit(exercise, variants.sources, wanted);
    return unit;
  };
  std::vector<bool> wanted(variants.sources.size(), true);
  const std::string key = key_of(unit_of(wanted), stop);
  const auto lock = turn(key);
  const auto remembered = cache_.find("variants", key);
  if (remembered) {
    const std::string text = util::read_file(*remembered).value_or("");
    const std::size_t line = text.find('\n');
    wanted = read_flags(text.substr(0, line));
    if (line != std::string::npos) built.messages = text.substr(line + 1);
  }
  wanted.resize(variants.sources.size(), false);
  while (std::find(wanted.begin(), wanted.end(), true) != wanted.end()) {
    const Unit unit = unit_of(wanted);
    const std::string object_key = cache_.key(KeyBuilder().add("variants", key_of(unit, stop)));
    built.compiles = wanted;
    if (auto cached = cache_.find("object", object_key)) return *cached;
    const util::TemporaryDirectory box = cache_.box();
    const sandbox::Finished finished = compile_in(box.path(), unit, {"-w"}, stop);
    if (succeeded(finished)) {
      util::write_file(box.path() / "flags", flags_text(wanted) + "\n" + built.messages, util::Lasting::no);
      cache_.publish("variants", key, box.path() / "flags");
      return cache_.publish_once("object", object_key, box.path() / "unit.o");
    }
    built.messages += finished.output;
    std::size_t dropped = 0;
    for (const std::size_t number : blamed(finished.output))
      if (number < wanted.size() && wanted[number]) {
        wanted[number] = false;
        ++dropped;
      }
    if (dropped == 0)
      throw util::CourseError("the variants of " + exercise.id + " do not compile:\n" + finished.output);
  }
  built.compiles = wanted;
  return BuildFailure{model::Verdict::compile_error, built.messages};
}

BuiltVariants ToolchainCompiler::build(const Variants& variants, std::stop_token stop) {
  BuiltVariants built;
  const Object object = compile_variants(variants, built, stop);
  if (std::holds_alternative<BuildFailure>(object)) return built;
  const Program program{{variants.exercise, {}}, variants.used};
  Linked linked{{std::get<fs::path>(object)}, {}};
  if (const auto failure = add_used(program, program.solution, linked, stop))
    throw util::GraderError(failure->message);
  const BuildResult result = link_with_harness(*variants.exercise, std::move(linked), stop);
  if (const auto* failure = std::get_if<BuildFailure>(&result))
    throw util::GraderError("the variants of " + variants.exercise->id + " cannot be linked:\n" +
                            failure->message);
  built.executable = std::get<Built>(result).executable;
  return built;
}

}  // namespace grader::build
