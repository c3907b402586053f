#include <fmt/format.h>

#include "codegen/codegen.hpp"
#include "codegen/cpp_types.hpp"
#include "codegen/headers.hpp"

namespace grader::codegen {
namespace {

template <typename Function>
std::string joined(const std::vector<model::Field>& fields, Function&& text_of) {
  std::string text;
  for (const model::Field& field : fields) text += (text.empty() ? "" : ", ") + text_of(field);
  return text;
}

/// The exercise's function under its linker name, with the course's own way of taking parameters.
std::string entry_declaration(const model::Exercise& exercise, const std::string& symbol) {
  return fmt::format("{} entry({}) __asm__(\"{}\");\n", cpp_type(exercise.function.returns),
                     joined(exercise.function.params, cpp_parameter), symbol);
}

std::string record_codec(const model::RecordDef& record) {
  std::string decode =
      fmt::format("inline {0} decode(Reader& in, As<{0}>) {{\n  decode_record(in, {1});\n  {0} record;\n",
                  record.name, record.fields.size());
  std::string encode =
      fmt::format("inline void encode(Writer& out, const {}& record) {{\n  encode_record(out, {});\n",
                  record.name, record.fields.size());
  for (const model::Field& field : record.fields) {
    decode += fmt::format("  record.{} = decode(in, As<{}>{{}});\n", field.name, cpp_type(field.type));
    encode += fmt::format("  encode(out, record.{});\n", field.name);
  }
  return decode + "  return record;\n}\n" + encode + "}\n";
}

std::string record_codec_declarations(const model::RecordDef& record) {
  return fmt::format(
      "inline {0} decode(Reader& in, As<{0}>);\ninline void encode(Writer& out, const {0}& record);\n",
      record.name);
}

}  // namespace

std::string binding(const model::Exercise& exercise, const std::string& space, const std::string& symbol) {
  const model::Function& function = exercise.function;
  const std::string returns = cpp_type(function.returns);
  const std::string name = space + "::" + function.name;
  const auto exactly = [](const model::Field& param) {
    return fmt::format("grader::harness::Exactly<{}>({})", cpp_type(param.type), param.name);
  };
  const auto type_name = [](const model::Field& param) {
    return fmt::format("grader::harness::Exactly<{}>", cpp_type(param.type));
  };
  // The overload that nobody calls makes the name known where the solution does not define it.
  const std::string nobody = fmt::format("void {}(grader::binding::Nobody*);\n", function.name);
  std::string text = "namespace grader::binding { struct Nobody; }\n";
  text += space.empty() ? nobody + "\nnamespace grader::binding {\n"
                        : fmt::format("namespace {} {{\n{}namespace grader_binding {{\n", space, nobody);
  text += fmt::format(
      "template <typename... Arguments>\nconcept Defined = requires(const Arguments&... arguments) {{\n"
      "  {{ {}(arguments...) }} -> std::same_as<{}>;\n}};\n",
      name, returns);
  text += entry_declaration(exercise, symbol);
  text += fmt::format("{} entry({}) {{\n", returns, joined(function.params, cpp_parameter));
  const std::string defined = fmt::format("Defined<{}>", joined(function.params, type_name));
  text += fmt::format("  static_assert({}, \"{}\");\n", defined, kSignatureMarker);
  text += fmt::format("  return {}({});\n}}\n}}\n", name, joined(function.params, exactly));
  return text + (space.empty() ? "" : "}\n");
}

std::string solution_unit(const model::Exercise& exercise, const std::string& solution_file) {
  return fmt::format("#include \"{}\"\n#include \"{}.hpp\"\n#include \"codec.hpp\"\n\n", solution_file,
                     exercise.id) +
         binding(exercise, "", symbol(exercise.id));
}

std::string adapter(const model::Exercise& exercise) {
  const model::Function& function = exercise.function;
  // A worker may hold the adapters of several exercises, whose records may have the same name.
  const std::string space = "grader_adapter_" + symbol(exercise.id);
  const std::string open = fmt::format("using namespace {};\n", space);
  std::string text =
      fmt::format("#include \"codec.hpp\"\n\nnamespace {} {{\n#include \"{}.hpp\"\n}}\n", space, exercise.id);
  text += "namespace grader::binding {\n" + open + entry_declaration(exercise, symbol(exercise.id)) +
          "}\n\nnamespace grader::harness {\n" + open;
  for (const auto& record : exercise.records) text += record_codec_declarations(*record);
  for (const auto& record : exercise.records) text += record_codec(*record);
  text += "\nstatic void call(Reader& in, Writer& out) {\n";
  for (std::size_t i = 0; i < function.params.size(); ++i)
    text += fmt::format("  const auto argument{} = decode(in, As<{}>{{}});\n", i,
                        cpp_type(function.params[i].type));
  text += "  if (!in.done()) throw BadRequest();\n";
  std::string arguments;
  for (std::size_t i = 0; i < function.params.size(); ++i)
    arguments += fmt::format("{}argument{}", i > 0 ? ", " : "", i);
  text += fmt::format("  encode(out, binding::entry({}));\n}}\n\n", arguments);
  return text + fmt::format(
                    "[[gnu::section(\"grader_adapters\"), gnu::used]] static const Adapter adapter{{\"{}\", "
                    "&call}};\n}}\n",
                    exercise.id);
}

}  // namespace grader::codegen
