#include "cli/exercise_page.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "cli/markdown.hpp"
#include "cli/output.hpp"
#include "cli/question_page.hpp"
#include "cli/states.hpp"
#include "codegen/cpp_types.hpp"
#include "course/course.hpp"
#include "judge/property_check.hpp"
#include "report/value_json.hpp"
#include "report/value_text.hpp"
#include "util/text.hpp"

namespace grader::cli {
namespace {

constexpr std::size_t kIndent = 2;

bool asks_questions(const model::Exercise& exercise) {
  return exercise.kind == model::ExerciseKind::questions;
}

std::string indented(const std::string& text, std::size_t columns) {
  std::string result;
  for (const std::string_view line : util::split_lines(text))
    result += (line.empty() ? "" : std::string(columns, ' ')) + std::string(line) + "\n";
  return result;
}

std::string head(const model::Exercise& exercise, const std::filesystem::path& submission) {
  const std::string file = course::solution_file(submission, exercise).string();
  const SolutionState state = solution_state(submission, exercise);
  std::string text =
      fmt::format("{}\n{}  {}  {}\n", exercise.title, exercise.id, stars(exercise.difficulty),
                  report::points_text(exercise.points) + (exercise.points == 1 ? " point" : " points"));
  if (state == SolutionState::missing)
    return text + fmt::format("Your file would be {}; grader reset {} makes it\n", file, exercise.id);
  return text +
         fmt::format("Your file: {}{}\n", file, state == SolutionState::untouched ? " (still the stub)" : "");
}

std::string record_text(const model::RecordDef& record) {
  std::string text = fmt::format("{}:\n", record.name);
  for (const model::Field& field : record.fields)
    text += fmt::format("  {}: {}\n", field.name, model::to_string(field.type));
  return text;
}

std::string function_text(const model::Exercise& exercise) {
  std::string text = codegen::cpp_signature(exercise.function) + "\n\n";
  for (const model::Field& param : exercise.function.params)
    text += fmt::format("{}: {}\n", param.name, model::to_string(param.type));
  text += fmt::format("returns {}\n", model::to_string(exercise.function.returns));
  for (const auto& record : exercise.records) text += record_text(*record);
  if (!exercise.uses.empty())
    text += fmt::format("You may call your own {}.\n", fmt::join(exercise.uses, ", "));
  return text;
}

std::string example_text(const model::Case& test_case, const model::Worked& worked, std::size_t width) {
  std::string text =
      test_case.id + (test_case.description.empty() ? "" : ": " + test_case.description) + "\n";
  const auto line = [&](const std::string& name, const model::Value& value) {
    text += util::truncate(fmt::format("  {} = {}", name, report::value_text(value)), width) + "\n";
  };
  for (const auto& [name, value] : worked.input.fields) line(name, value);
  if (worked.expected) line("result", *worked.expected);
  return text;
}

std::string examples_text(const model::Exercise& exercise, std::size_t width) {
  std::string text;
  for (const model::Case& test_case : exercise.cases)
    if (const auto* worked = std::get_if<model::Worked>(&test_case.source);
        worked != nullptr && !test_case.hidden)
      text += example_text(test_case, *worked, width);
  return text;
}

std::string generated_text(const model::Case& test_case) {
  const auto* generation = std::get_if<model::Generation>(&test_case.source);
  if (test_case.hidden) return fmt::format("{} (hidden)\n", test_case.id);
  if (generation == nullptr) return {};
  const std::string about = test_case.description.empty() ? "" : ": " + test_case.description;
  return fmt::format("{}{} ({})\n", test_case.id, about, report::count_text(generation->count, "input"));
}

/// Whether every input on which a property is judged is hidden.
bool is_hidden(const model::Property& property, const model::Exercise& exercise) {
  return std::all_of(exercise.cases.begin(), exercise.cases.end(), [&](const model::Case& test_case) {
    return test_case.hidden || !judge::applies_to(property, test_case);
  });
}

/// "shift: Adding a number changes nothing", and below it what is checked.
std::string property_text(const model::Property& property, const model::Exercise& exercise) {
  if (is_hidden(property, exercise)) return fmt::format("{} (hidden)\n", property.id);
  std::string text = property.id + (property.description.empty() ? "" : ": " + property.description) + "\n";
  std::string rules;
  for (const auto& [name, list] : property.for_all) rules += fmt::format("for all {} of {}\n", name, list);
  for (const auto& [name, value] : property.let) rules += fmt::format("{} = {}\n", name, value);
  rules += property.check;
  while (!rules.empty() && rules.back() == '\n') rules.pop_back();
  return text + indented(rules + "\n", kIndent);
}

std::string judgement_text(const model::Exercise& exercise) {
  std::string text;
  for (const model::Case& test_case : exercise.cases) text += generated_text(test_case);
  for (const model::Property& property : exercise.properties) text += property_text(property, exercise);
  if (!text.empty()) text = "Further checks\n" + indented(text, kIndent);
  const model::Limits& limits = exercise.limits;
  return text +
         fmt::format(
             "Tolerance\n  |yours - expected| <= {:g} + {:g} |expected|, where a case says nothing else\n"
             "Limits\n  {:g} s a call, {:g} s in all, {} MiB of memory, {} KiB of output; {:g} s of CPU time "
             "to "
             "compile\n",
             exercise.tolerance.atol, exercise.tolerance.rtol, limits.time_s, limits.exercise_time_s,
             limits.memory_mib, limits.output_kib, limits.compile_time_s);
}

std::string next_steps(const model::Exercise& exercise) {
  std::string text = fmt::format("\ngrader run -e {} grades it", exercise.id);
  if (!exercise.hints.empty())
    text += fmt::format("; grader hint {} shows one of {}", exercise.id,
                        report::count_text(static_cast<model::Index>(exercise.hints.size()), "hint"));
  return text + ".\n";
}

nlohmann::ordered_json fields_json(const std::vector<model::Field>& fields) {
  nlohmann::ordered_json json = nlohmann::ordered_json::object();
  for (const model::Field& field : fields) json[field.name] = model::to_string(field.type);
  return json;
}

nlohmann::ordered_json case_json(const model::Case& test_case) {
  nlohmann::ordered_json json{{"id", test_case.id}, {"hidden", test_case.hidden}};
  if (test_case.hidden) return json;
  json["description"] = test_case.description;
  json["tolerance"] = {{"rtol", test_case.tolerance.rtol}, {"atol", test_case.tolerance.atol}};
  if (const auto* generation = std::get_if<model::Generation>(&test_case.source)) {
    json["inputs"] = generation->count;
    return json;
  }
  const auto& worked = std::get<model::Worked>(test_case.source);
  json["inputs"] = 1;
  json["input"] = report::to_ordered_json({worked.input});
  if (worked.expected) json["expected"] = report::to_ordered_json(*worked.expected);
  return json;
}

nlohmann::ordered_json properties_json(const model::Exercise& exercise) {
  nlohmann::ordered_json properties = nlohmann::ordered_json::array();
  for (const model::Property& property : exercise.properties) {
    const bool hidden = is_hidden(property, exercise);
    nlohmann::ordered_json json{{"id", property.id}, {"hidden", hidden}};
    if (!hidden)
      json.update(
          {{"description", property.description}, {"check", property.check}, {"cases", property.cases}});
    properties.push_back(std::move(json));
  }
  return properties;
}

std::string function_part(const model::Exercise& exercise, std::size_t width) {
  std::string page = "Function\n" + indented(function_text(exercise), kIndent);
  if (const std::string examples = examples_text(exercise, width - kIndent); !examples.empty())
    page += "Examples\n" + indented(examples, kIndent);
  return page + judgement_text(exercise);
}

nlohmann::ordered_json function_json(const model::Exercise& exercise) {
  nlohmann::ordered_json records = nlohmann::ordered_json::object();
  for (const auto& record : exercise.records) records[record->name] = fields_json(record->fields);
  nlohmann::ordered_json cases = nlohmann::ordered_json::array();
  for (const model::Case& test_case : exercise.cases) cases.push_back(case_json(test_case));
  const model::Limits& limits = exercise.limits;
  return {{"function",
           {{"name", exercise.function.name},
            {"cpp", codegen::cpp_signature(exercise.function)},
            {"params", fields_json(exercise.function.params)},
            {"returns", model::to_string(exercise.function.returns)}}},
          {"records", records},
          {"uses", exercise.uses},
          {"tolerance", {{"rtol", exercise.tolerance.rtol}, {"atol", exercise.tolerance.atol}}},
          {"limits",
           {{"time_s", limits.time_s},
            {"exercise_time_s", limits.exercise_time_s},
            {"memory_mib", limits.memory_mib},
            {"output_kib", limits.output_kib},
            {"threads", limits.threads},
            {"compile_time_s", limits.compile_time_s},
            {"compile_mib", limits.compile_mib},
            {"object_mib", limits.object_mib},
            {"diagnostics_kib", limits.diagnostics_kib}}},
          {"cases", cases},
          {"properties", properties_json(exercise)}};
}

}  // namespace

std::string exercise_page(const model::Exercise& exercise, const std::filesystem::path& submission,
                          std::size_t width) {
  std::string page = head(exercise, submission) + "\n" + render_markdown(exercise.statement, width) + "\n";
  page += asks_questions(exercise) ? questions_text(exercise, width) : function_part(exercise, width);
  return util::printable(page + next_steps(exercise));
}

nlohmann::ordered_json exercise_json(const model::Exercise& exercise,
                                     const std::filesystem::path& submission) {
  nlohmann::ordered_json json{{"format_version", 1},
                              {"id", exercise.id},
                              {"title", exercise.title},
                              {"difficulty", exercise.difficulty},
                              {"points", exercise.points},
                              {"tags", exercise.tags},
                              {"statement", exercise.statement}};
  json.update(asks_questions(exercise) ? questions_json(exercise) : function_json(exercise));
  json.update({{"hints", exercise.hints.size()},
               {"state", to_string(solution_state(submission, exercise))},
               {"file", course::solution_file(submission, exercise).string()}});
  return json;
}

}  // namespace grader::cli
