#include "codegen/gathered_unit.hpp"

#include <fmt/format.h>

#include <set>

#include "codegen/codegen.hpp"
#include "codegen/cpp_types.hpp"
#include "codegen/headers.hpp"
#include "harness/solution_names.hpp"

namespace grader::codegen {
namespace {

/// Records are defined once in each namespace.
std::string forget_records(const GatheredSolution& solution) {
  std::set<std::string> names;
  for (const auto& record : solution.exercise->records) names.insert(record->name);
  for (const model::Exercise* used : solution.used)
    for (const auto& record : used->records) names.insert(record->name);
  std::string text;
  for (const std::string& name : names) text += fmt::format("#undef {}\n", record_guard(name));
  return text;
}

/// The header comes behind the file as well, as in solution_unit: a file need not include it.
std::string enclosed(const GatheredSolution& solution) {
  return forget_records(solution) +
         fmt::format("namespace {} {{\n#include \"{}.cpp\"\n#include \"{}.hpp\"\n}}\n",
                     gathered_namespace(solution.tag), solution.exercise->id, solution.exercise->id) +
         fmt::format("#line 1 \"{}.cpp.binding\"\n", solution.exercise->id) +
         binding(*solution.exercise, gathered_namespace(solution.tag), gathered_symbol(solution.tag));
}

/// What is declared in a namespace hides what is global, or opened by a using directive; alone both would be
/// overloads, or a mistake. So every name has to be one that is not known there: with a variable of that name
/// brought in beside, a look for it is ambiguous where there is anything else. Some functions the compiler
/// knows without a declaration.
std::string probes(const GatheredSolution& solution) {
  std::set<std::string> names = solution.file.names;
  names.insert(solution.exercise->function.name);
  for (const auto& record : solution.exercise->records) names.insert(record->name);
  for (const model::Exercise* used : solution.used) {
    names.insert(used->function.name);
    for (const auto& record : used->records) names.insert(record->name);
  }
  std::string text = fmt::format("#line 1 \"{}.cpp.names\"\n", solution.exercise->id);
  std::string variables;
  std::string looks;
  for (const std::string& name : names) {
    text += fmt::format("#if __has_builtin({})\n#error {}\n#endif\n", name, name);
    variables += fmt::format("extern char {};\n", name);
    looks += fmt::format("using grader_look_{0} = decltype({0});\n", name);
  }
  const std::string space = "grader_names_" + solution.tag;
  text += fmt::format("namespace {} {{\n{}}}\n", space, variables);
  text += fmt::format("namespace grader_looks_{} {{\nusing namespace {};\n", solution.tag, space);
  for (const std::string& opened : solution.file.opened) text += fmt::format("using namespace {};\n", opened);
  return text + looks + "}\n";
}

}  // namespace

std::string gathered_namespace(const std::string& tag) { return harness::kSolutionNamespace + tag; }

std::string gathered_symbol(const std::string& tag) { return "grader_gathered_" + tag; }

std::string call_symbol(const std::string& tag, const std::string& used) {
  return "grader_call_" + tag + "_" + symbol(used);
}

std::string gathered_header(const GatheredSolution& solution) {
  return header(*solution.exercise, solution.used,
                [&](const std::string& used) { return call_symbol(solution.tag, used); });
}

std::string gathered_unit(const std::vector<GatheredSolution>& solutions) {
  std::string text = "#include \"codec.hpp\"\n";
  for (const GatheredSolution& solution : solutions) text += enclosed(solution);
  for (const GatheredSolution& solution : solutions) text += probes(solution);
  return text;
}

}  // namespace grader::codegen
