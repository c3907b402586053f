#include <fmt/format.h>

#include <algorithm>
#include <sstream>

#include "codegen/codegen.hpp"
#include "codegen/cpp_types.hpp"

namespace grader::codegen {
namespace {

/// A source without its includes, whose lines stay where they are; the includes are added to `includes`.
std::string without_includes(const std::string& source, std::vector<std::string>& includes) {
  std::string rest;
  std::istringstream lines(source);
  for (std::string line; std::getline(lines, line);) {
    const std::size_t hash = line.find_first_not_of(" \t");
    const std::size_t word = hash == std::string::npos ? hash : line.find_first_not_of(" \t", hash + 1);
    const bool is_include =
        word != std::string::npos && line[hash] == '#' && line.compare(word, 7, "include") == 0;
    if (is_include && std::find(includes.begin(), includes.end(), line) == includes.end())
      includes.push_back(line);
    rest += (is_include ? "" : line) + "\n";
  }
  return rest;
}

std::string joined(const std::vector<std::string>& lines) {
  return lines.empty() ? std::string() : fmt::format("{}\n", fmt::join(lines, "\n"));
}

}  // namespace

std::string variants_unit(const model::Exercise& exercise, const std::vector<std::string>& sources,
                          const std::vector<bool>& wanted) {
  const model::Function& function = exercise.function;
  std::vector<std::string> includes = {fmt::format("#include \"{}.hpp\"", exercise.id)};
  std::vector<std::string> parameters;
  std::vector<std::string> names;
  for (const model::Field& param : function.params) {
    parameters.push_back(cpp_parameter(param));
    names.push_back(param.name);
  }
  std::string variants;
  std::string choices;
  for (std::size_t i = 0; i < sources.size(); ++i) {
    if (!wanted[i]) continue;
    variants += fmt::format("namespace grader_variant_{0} {{\n#line 1 \"variant_{0}.cpp\"\n{1}}}\n", i,
                            without_includes(sources[i], includes));
    choices += fmt::format("    case {0}:\n      return grader_variant_{0}::{1}({2});\n", i, function.name,
                           fmt::join(names, ", "));
  }
  const std::string entry =
      fmt::format("{} entry({})", cpp_type(function.returns), fmt::join(parameters, ", "));
  return joined(includes) + "#include \"codec.hpp\"\n" + variants +
         fmt::format(
             "#line 1 \"binding.cpp\"\nnamespace grader::binding {{\n{0} __asm__(\"{1}\");\n{0} {{\n"
             "  switch (harness::variant) {{\n{2}    default:\n      throw std::logic_error(\"no such "
             "variant\");\n  }}\n}}\n}}\n",
             entry, symbol(exercise.id), choices);
}

}  // namespace grader::codegen
