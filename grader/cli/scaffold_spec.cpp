#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "cli/sample.hpp"
#include "cli/scaffold.hpp"
#include "spec/symbols.hpp"

namespace grader::cli {
namespace {

constexpr model::Index kSpread = 3;  // how much a generated size varies

std::string spaces(std::size_t count) { return std::string(count, ' '); }

/// Whether a size could become negative or zero if sizes were drawn apart from each other.
bool is_delicate(const model::Dim& dim) {
  return dim.op == model::Dim::Op::subtract || dim.op == model::Dim::Op::floor_divide ||
         std::any_of(dim.operands.begin(), dim.operands.end(), is_delicate);
}

bool has_delicate_sizes(const model::Function& function) {
  bool found = false;
  const auto look = [&](const model::Dim& dim) { found = found || is_delicate(dim); };
  for (const model::Field& param : function.params) spec::for_each_dim(param.type, look);
  spec::for_each_dim(function.returns, look);
  return found;
}

/// Writes the generators of a function's parameters; what follows a key, with or without lines of its own.
class GeneratorText {
 public:
  GeneratorText(const model::Function& function, const Sample& sample)
      : function_(function), sample_(sample), fixed_(has_delicate_sizes(function)) {}

  std::string dims() const {
    std::string text;
    const std::set<std::string> bound = bound_by_constants();
    for (const std::string& symbol : spec::symbols_of(function_))
      if (!bound.contains(symbol))
        text += fmt::format("{}{}: {}", text.empty() ? "" : ", ", symbol, range(sample_.sizes.at(symbol)));
    return text;
  }

  std::string parameter(const model::Field& param, std::size_t indent) const {
    if (sample_.sizes.contains(param.name)) return size_parameter(sample_.sizes.at(param.name));
    return part(param.type, *sample_.arguments.find(param.name), indent, "");
  }

 private:
  std::string range(model::Index size) const {
    return fixed_ ? std::to_string(size) : fmt::format("{}..{}", size, size + kSpread);
  }

  std::string size_parameter(model::Index size) const {
    if (fixed_) return fmt::format(" {}", size);
    return fmt::format(" {{integers: {{low: {}, high: {}}}}}", size, size + kSpread);
  }

  /// `more` goes into the same mapping, where there is one.
  std::string part(const model::Type& type, const model::Value& value, std::size_t indent,
                   const std::string& more) const {
    if (const auto* array = std::get_if<model::ArrayType>(&type.data)) return array_text(*array, more);
    if (const auto* list = std::get_if<model::ListType>(&type.data))
      return list_text(*list, value, indent, more);
    if (const auto* record = std::get_if<model::RecordType>(&type.data))
      return record_text(*record, value, indent, more);
    const auto& optional = std::get<model::OptionalType>(type.data);
    return part(*optional.item, std::get<model::Optional>(value.data).item.front(), indent, "present: 0.5");
  }

  /// Symbols that have their size from a value that is written out.
  std::set<std::string> bound_by_constants() const {
    std::set<std::string> names;
    for (const model::Field& param : function_.params)
      if (is_constant(param.type))
        spec::for_each_dim(param.type, [&](const model::Dim& dim) {
          spec::for_each_name(dim, [&](const std::string& name) { names.insert(name); });
        });
    return names;
  }

  /// Whether some part of it is a list of lists, which cannot be generated.
  static bool is_constant(const model::Type& type) {
    if (const auto* list = std::get_if<model::ListType>(&type.data)) return holds_list(*list->item);
    if (const auto* optional = std::get_if<model::OptionalType>(&type.data))
      return is_constant(*optional->item);
    const auto* record = std::get_if<model::RecordType>(&type.data);
    return record != nullptr &&
           std::any_of(record->def->fields.begin(), record->def->fields.end(),
                       [](const model::Field& field) { return is_constant(field.type); });
  }

  static std::string array_text(const model::ArrayType& type, const std::string& more) {
    const bool open = std::any_of(type.dims.begin(), type.dims.end(),
                                  [](const model::Dim& dim) { return dim.op == model::Dim::Op::any; });
    return fmt::format(" {{{}{}{}{}}}", distribution(type), open ? ", length: 1..4" : "",
                       more.empty() ? "" : ", ", more);
  }

  static std::string distribution(const model::ArrayType& type) {
    switch (type.element) {
      case model::Scalar::int64:
        return type.dims.empty() ? "integers: {low: 1, high: 5}" : "integers: {low: 0, high: 10}";
      case model::Scalar::boolean:
        return "choice: [true, false]";
      case model::Scalar::string:
        return R"(choice: ["ab", "ba"])";
      default:
        return type.dims.empty() ? "uniform: {low: 0.1, high: 2}" : "normal: {mean: 0, std: 1}";
    }
  }

  std::string list_text(const model::ListType& type, const model::Value& value, std::size_t indent,
                        const std::string& more) const {
    // Lists of lists cannot be generated, so they are written out.
    if (holds_list(*type.item)) return " " + yaml_value(value);
    const std::string length = fixed_ ? "2" : "1..3";
    std::string text = fmt::format("\n{}length: {}\n", spaces(indent), length);
    if (!more.empty()) text += spaces(indent) + more + "\n";
    const model::Value& item = std::get<model::List>(value.data).items.front();
    return text + fmt::format("{}items:{}", spaces(indent), part(*type.item, item, indent + 2, ""));
  }

  static bool holds_list(const model::Type& type) {
    if (std::holds_alternative<model::ListType>(type.data)) return true;
    const auto* optional = std::get_if<model::OptionalType>(&type.data);
    return optional != nullptr && holds_list(*optional->item);
  }

  std::string record_text(const model::RecordType& type, const model::Value& value, std::size_t indent,
                          const std::string& more) const {
    std::string text;
    for (const model::Field& field : type.def->fields)
      text += fmt::format(
          "\n{}{}:{}", spaces(indent), field.name,
          part(field.type, *std::get<model::Record>(value.data).find(field.name), indent + 2, ""));
    return more.empty() ? text : text + "\n" + spaces(indent) + more;
  }

  const model::Function& function_;
  const Sample& sample_;
  bool fixed_;
};

std::string quoted_type(const model::Type& type) { return yaml_text(model::to_string(type)); }

std::string fields(const std::vector<model::Field>& list, std::size_t indent) {
  std::string text;
  for (const model::Field& field : list)
    text += fmt::format("\n{}{}: {}", spaces(indent), field.name, quoted_type(field.type));
  return list.empty() ? " {}" : text;
}

std::string function_text(const NewExercise& exercise) {
  const model::Function& function = exercise.function;
  const std::string returns = exercise.unnamed_result
                                  ? fields(std::get<model::RecordType>(function.returns.data).def->fields, 4)
                                  : " " + quoted_type(function.returns);
  return fmt::format("function:\n  name: {}\n  params:{}\n  returns:{}\n", function.name,
                     fields(function.params, 4), returns);
}

std::string worked_case(const Sample& sample) {
  std::string text =
      "  - id: example\n"
      "    description: TODO say what this case shows\n";
  text += sample.arguments.fields.empty() ? "    input: {}\n" : "    input:\n";
  for (const auto& [name, value] : sample.arguments.fields)
    text += fmt::format("      {}: {}\n", name, yaml_value(value));
  return text +
         "    # What must come out, as the statement works it out by hand. Left out, the reference decides.\n"
         "    # expected: …\n";
}

bool is_setting(const model::Field& param) {
  return param.name == "count" || param.name == "dims" || param.name == "inputs";
}

std::string generated_case(const model::Function& function, const Sample& sample) {
  const GeneratorText generators(function, sample);
  std::string text =
      "  - id: random\n"
      "    description: TODO say what is special about these inputs\n"
      "    # hidden: true   # graded, but shown only as passed or failed\n"
      "    generate:\n"
      "      count: 20\n";
  if (const std::string dims = generators.dims(); !dims.empty())
    text += fmt::format("      dims: {{{}}}   # every symbol has a size or a range of sizes\n", dims);
  const bool nested = std::any_of(function.params.begin(), function.params.end(), is_setting);
  const std::size_t indent = nested ? 8 : 6;
  if (nested) text += "      inputs:\n";
  for (const model::Field& param : function.params)
    text += fmt::format("{}{}:{}\n", spaces(indent), param.name, generators.parameter(param, indent + 2));
  return text;
}

}  // namespace

std::string scaffold_spec(const NewExercise& exercise) {
  const Sample sample = make_sample(exercise.function);
  const bool has_inputs = !exercise.function.params.empty();
  std::string text = fmt::format("format_version: 1\ntitle: {}\n", yaml_text(exercise.title));
  text +=
      "difficulty: 1   # stars, 1 to 3\n"
      "points: 1\n"
      "tags: []\n"
      "statement: |\n"
      "  TODO say what is asked. Markdown, formulas in $…$, and an example with numbers that can be checked "
      "by hand.\n"
      "hints:   # shown one at a time, from a nudge to nearly the solution\n"
      "  - TODO a first nudge\n"
      "takeaway: TODO what to remember, shown when it passes\n"
      "\n";
  text += function_text(exercise);
  text +=
      "\n"
      "# |yours - expected| <= atol + rtol * |expected| for every element. What is left out here comes from\n"
      "# exercises/course.yaml.\n"
      "# tolerance: {rtol: 1e-9, atol: 1e-9}\n"
      "# limits: {time_s: 5, exercise_time_s: 20, memory_mib: 1024, output_kib: 64}\n"
      "\n"
      "cases:\n";
  text += worked_case(sample);
  return has_inputs ? text + generated_case(exercise.function, sample) : text;
}

}  // namespace grader::cli
