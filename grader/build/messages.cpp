#include "build/messages.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <vector>

#include "codegen/cpp_types.hpp"

namespace grader::build {
namespace {

constexpr std::size_t kMostLines = 60;

std::vector<std::string_view> lines_of(std::string_view text) {
  std::vector<std::string_view> lines;
  while (!text.empty()) {
    const auto end = text.find('\n');
    lines.push_back(text.substr(0, end));
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
  }
  return lines;
}

bool is_word(char c) { return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_'; }

/// A line that looks like the function's own definition or declaration: its name before a parenthesis, at the
/// start of a line's code.
bool mentions_definition(std::string_view line, const std::string& name) {
  const auto at = line.find(name);
  if (at == std::string_view::npos || at == 0 || is_word(line[at - 1])) return false;
  const auto after = line.find_first_not_of(' ', at + name.size());
  const bool indented = line[0] == ' ' || line[0] == '\t' || line[0] == '/';
  return after != std::string_view::npos && line[after] == '(' && !indented;
}

std::string indented(const std::string& text) {
  std::string result = "    ";
  for (const char c : text) {
    result += c;
    if (c == '\n') result += "    ";
  }
  return result;
}

/// The quoted name in "undefined reference to `helper(int)'".
std::string quoted(std::string_view line) {
  const auto start = line.find('`');
  const auto end = line.rfind('\'');
  if (start == std::string_view::npos || end == std::string_view::npos || end <= start) return {};
  return std::string(line.substr(start + 1, end - start - 1));
}

}  // namespace

std::string compile_message(std::string_view compiler_output, const std::string& hidden) {
  std::string message;
  std::size_t shown = 0;
  const auto lines = lines_of(compiler_output);
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (lines[i].find(hidden) != std::string_view::npos || lines[i].starts_with("compilation terminated"))
      continue;
    if (shown == kMostLines) return message + fmt::format("... {} more lines\n", lines.size() - i);
    message += lines[i];
    message += '\n';
    ++shown;
  }
  return message;
}

std::string with_assembly_named(std::string compiler_output, const std::string& folder,
                                const std::string& file) {
  const std::string begin = folder + "/cc";
  constexpr std::string_view kEnd = ".s";
  constexpr std::size_t kRandom = 6;  // letters and digits, by mkstemp
  const std::string name = file + " (assembly)";
  std::size_t at = 0;
  while ((at = compiler_output.find(begin, at)) != std::string::npos) {
    const std::size_t end = at + begin.size() + kRandom;
    if (compiler_output.compare(std::min(end, compiler_output.size()), kEnd.size(), kEnd) == 0)
      compiler_output.replace(at, end + kEnd.size() - at, name);
    ++at;
  }
  return compiler_output;
}

std::string diagnostics_message(const std::string& file, std::int64_t read_kib) {
  return fmt::format("{}: the compiler says more than the {} KiB that are read of it; it begins with\n", file,
                     read_kib);
}

std::string signature_message(const model::Exercise& exercise, std::string_view source,
                              const std::string& file) {
  const model::Function& function = exercise.function;
  std::string found;
  int number = 0;
  for (const std::string_view line : lines_of(source)) {
    ++number;
    if (found.empty() && mentions_definition(line, function.name))
      found = fmt::format("{}:{}: {}\n", file, number, line);
  }
  const std::string expected = indented(codegen::cpp_signature(function));
  if (found.empty())
    return fmt::format("{}: error: the function {} is not defined; expected\n{}\n", file, function.name,
                       expected);
  return fmt::format(
      "{}  error: {} is defined, but not with the signature of the exercise; expected\n{}\n"
      "  (each parameter may be taken by value or by const reference)\n",
      found, function.name, expected);
}

std::string leaks_message(const std::string& file) {
  return fmt::format(
      "{}: error: the file compiles alone, but what it defines changes code after its end; remove macros "
      "(#define) "
      "that redefine words of the language or names of the standard library\n",
      file);
}

std::string interpreter_message(const std::string& file) {
  return fmt::format("{}: it names a program interpreter (a section .interp); remove it\n", file);
}

std::string link_message(std::string_view linker_output, const std::string& file) {
  std::set<std::string> missing;
  std::set<std::string> twice;
  for (const std::string_view line : lines_of(linker_output)) {
    const bool is_missing = line.find("undefined reference to") != std::string_view::npos ||
                            line.find("undefined symbol") != std::string_view::npos;
    const bool is_twice = line.find("multiple definition of") != std::string_view::npos ||
                          line.find("duplicate symbol") != std::string_view::npos;
    if (is_missing) missing.insert(quoted(line));
    if (is_twice) twice.insert(quoted(line.substr(0, line.find("';") + 1)));
  }
  std::string message;
  if (twice.count("main") > 0)
    message += fmt::format(
        "{}: error: the file defines main(); the grader has its own: remove it, or rename it while you "
        "test\n",
        file);
  twice.erase("main");
  for (const std::string& name : twice)
    message += fmt::format("{}: error: {} is a name that the grader's own code defines; choose another\n",
                           file, name);
  for (const std::string& name : missing)
    message += fmt::format("{}: error: {} is declared and used, but not defined\n", file, name);
  return message.empty() ? compile_message(linker_output, "\x01") : message;
}

}  // namespace grader::build
