#include <fmt/format.h>

#include <set>

#include "codegen/codegen.hpp"
#include "codegen/cpp_types.hpp"
#include "codegen/headers.hpp"
#include "codegen/stubs.hpp"

namespace grader::codegen {
namespace {

constexpr std::size_t kCommentWidth = 96;

/// Several exercises that are included together may share a record; each defines it once.
std::string record_definition(const model::RecordDef& record) {
  const std::string guard = record_guard(record.name);
  std::string text = fmt::format("#ifndef {0}\n#define {0}\nstruct {1} {{\n", guard, record.name);
  for (const model::Field& field : record.fields) {
    const std::string type = cpp_type(field.type);
    const auto* array = std::get_if<model::ArrayType>(&field.type.data);
    const bool number = array != nullptr && array->dims.empty() && array->element != model::Scalar::string;
    text += fmt::format("  {} {}{};", type, field.name, number ? "{}" : "");
    text += fmt::format("  // {}\n", model::to_string(field.type));
  }
  return text + "};\n#endif\n\n";
}

std::string declaration_of_used(const model::Exercise& used, const std::string& symbol) {
  return fmt::format("// Your solution of {}.\n{}\n    __asm__(\"{}\");\n\n", used.id,
                     cpp_signature(used.function), symbol);
}

std::string include_guard(const std::string& id) {
  std::string guard = "GRADER_EXERCISE_" + id;
  guard.replace(guard.find('/'), 1, "_");
  return guard + "_HPP";
}

std::string wrapped_comment(std::string_view text) {
  std::string comment;
  std::string line = "//";
  std::size_t start = 0;
  while (start < text.size()) {
    std::size_t end = text.find_first_of(" \n", start);
    if (end == std::string_view::npos) end = text.size();
    const std::string_view word = text.substr(start, end - start);
    start = end + 1;
    if (word.empty()) continue;
    if (line.size() + 1 + word.size() > kCommentWidth) {
      comment += line + "\n";
      line = "//";
    }
    line += " " + std::string(word);
  }
  return comment + line + "\n";
}

std::string signature_comment(const model::Function& function) {
  std::string text = "//\n";
  for (const model::Field& param : function.params)
    text += fmt::format("//   {}: {}\n", param.name, model::to_string(param.type));
  const auto* record = std::get_if<model::RecordType>(&function.returns.data);
  if (record == nullptr) return text + fmt::format("//   returns {}\n", model::to_string(function.returns));
  text += fmt::format("//   returns {} with\n", record->def->name);
  for (const model::Field& field : record->def->fields)
    text += fmt::format("//     {}: {}\n", field.name, model::to_string(field.type));
  return text;
}

/// A solution without what does not matter to the compiler: comments, and white space but for one blank.
std::string code_essence(std::string_view text) {
  std::string result;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text.substr(i, 2) == "//") {
      i = text.find('\n', i);
      if (i == std::string_view::npos) break;
    } else if (text.substr(i, 2) == "/*") {
      i = text.find("*/", i + 2);
      if (i == std::string_view::npos) break;
      ++i;
      continue;
    }
    const char c = text[i];
    const bool space = c == ' ' || c == '\t' || c == '\n' || c == '\r';
    if (!space)
      result += c;
    else if (!result.empty() && result.back() != ' ')
      result += ' ';
  }
  while (result.ends_with(' ')) result.pop_back();
  return result;
}

}  // namespace

std::string record_guard(const std::string& record) { return "GRADER_RECORD_" + record; }

std::string header(const model::Exercise& exercise, const std::vector<const model::Exercise*>& used) {
  return header(exercise, used, symbol);
}

std::string header(const model::Exercise& exercise, const std::vector<const model::Exercise*>& used,
                   const SymbolOfUsed& symbol_of_used) {
  const std::string guard = include_guard(exercise.id);
  std::string text =
      fmt::format("// Generated from the specification of {}; changes here are not graded.\n", exercise.id);
  text += fmt::format("#ifndef {0}\n#define {0}\n\n#include \"grader.hpp\"\n\n", guard);
  std::set<std::string> defined;
  const auto define = [&](const model::Exercise& owner) {
    for (const auto& record : owner.records)
      if (defined.insert(record->name).second) text += record_definition(*record);
  };
  for (const model::Exercise* other : used) define(*other);
  define(exercise);
  for (const model::Exercise* other : used) text += declaration_of_used(*other, symbol_of_used(other->id));
  return text + fmt::format("#endif  // {}\n", guard);
}

std::string function_stub(const model::Exercise& exercise) {
  std::string text = wrapped_comment(exercise.title + ". " + "What is asked: grader show " + exercise.id);
  text += signature_comment(exercise.function);
  text += fmt::format("#include \"{}.hpp\"\n\n", exercise.id);
  text += cpp_signature(exercise.function) + " {\n  grader::todo();  // your solution goes here\n}\n";
  return text;
}

bool is_function_stub(std::string_view solution, const model::Exercise& exercise) {
  return code_essence(solution) == code_essence(function_stub(exercise));
}

}  // namespace grader::codegen
