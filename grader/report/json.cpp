#include "report/json.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "report/inert.hpp"
#include "report/value_json.hpp"
#include "report/visible.hpp"
#include "util/text.hpp"

namespace grader::report {
namespace {

using nlohmann::ordered_json;

constexpr std::size_t kLongestOfMany = 1024;  // bytes of one call or name of a property
constexpr std::size_t kMostDifferences = 20;

std::string name_text(const std::string& name) {
  return util::printable_within(name, kLongestName, util::Newlines::escape);
}

/// Strings of values are made printable as well: whoever reads a report may print what is in it.
ordered_json printable_values(const ordered_json& value) {
  if (value.is_string()) return util::printable(value.get_ref<const std::string&>());
  if (!value.is_structured()) return value;
  ordered_json result = value;
  for (auto& item : result) item = printable_values(item);
  return result;
}

ordered_json value_json(const model::Value& value, const Bounds& bounds) {
  return printable_values(to_ordered_json(value, {bounds.leaves, bounds.message}));
}

ordered_json optional_json(const std::optional<model::Value>& value, const Bounds& bounds) {
  return value ? value_json(*value, bounds) : ordered_json(nullptr);
}

/// Only arrays of one shape have errors to tell of.
ordered_json difference_json(const model::Difference& difference) {
  ordered_json json = {{"path", name_text(difference.path)}};
  const auto* expected = std::get_if<model::Tensor>(&difference.expected.data);
  if (expected == nullptr || difference.wrong.empty()) return json;
  json["wrong_count"] = difference.wrong_count;
  json["worst"] = model::unravel(difference.worst, expected->shape);
  json["absolute_error"] = number_json(difference.absolute_error);
  json["relative_error"] = number_json(difference.relative_error);
  json["times_tolerance"] = number_json(difference.times_tolerance);
  return json;
}

/// Without a sign there is one side only: a condition that is false.
ordered_json relation_json(const model::Relation& relation, const Bounds& bounds) {
  const auto text = [&bounds](const std::string& full) {
    return util::printable_within(full, bounds.message);
  };
  Bounds each = bounds;
  each.message = std::min(each.message, kLongestOfMany);
  ordered_json names = ordered_json::object();
  for (const auto& [name, value] : relation.names) names[name_text(name)] = value_json(value, each);
  ordered_json calls = ordered_json::array();
  for (const std::string& call : relation.calls) calls.push_back(util::printable_within(call, each.message));
  const bool has_sides = !relation.sign.empty();
  return {{"left_text", text(relation.left_text)},
          {"sign", name_text(relation.sign)},
          {"right_text", text(relation.right_text)},
          {"left", value_json(relation.left, bounds)},
          {"right", has_sides ? value_json(relation.right, bounds) : ordered_json(nullptr)},
          {"names", names},
          {"calls", calls}};
}

ordered_json counterexample_json(const model::Counterexample& example, const Bounds& bounds) {
  ordered_json differences = ordered_json::array();
  const std::size_t count = std::min(example.differences.size(), kMostDifferences);
  for (std::size_t i = 0; i < count; ++i) differences.push_back(difference_json(example.differences[i]));
  return {{"name", name_text(example.name)},
          {"input", value_json({example.input}, bounds)},
          {"expected", optional_json(example.expected, bounds)},
          {"actual", optional_json(example.actual, bounds)},
          {"differences", differences},
          {"shrink_steps", example.shrink_steps},
          {"relation", example.relation ? relation_json(*example.relation, bounds) : ordered_json(nullptr)},
          {"closed_form", util::printable_within(example.closed_form, bounds.message)}};
}

ordered_json answer_json(const std::optional<model::Answer>& answer, const Bounds& bounds) {
  if (!answer) return nullptr;
  if (const auto* number = std::get_if<double>(&*answer)) return *number;
  if (const auto* options = std::get_if<std::vector<std::string>>(&*answer)) return *options;
  return util::printable_within(std::get<std::string>(*answer), bounds.message);
}

/// What `grader mark` needs to show, and to know: a text that has its points stays as it is.
void add_question(const model::CheckResult& check, const Bounds& bounds, ordered_json& json) {
  json["prompt"] = util::printable_within(check.description, bounds.message);
  json["answer"] = answer_json(check.answer, bounds);
  if (check.verdict == model::Verdict::needs_review) json["marked"] = false;
}

ordered_json check_json(const model::CheckResult& check, const Bounds& bounds) {
  const bool has_example = check.counterexample && bounds.leaves > 0;
  ordered_json json = {{"id", name_text(check.id)},
                       {"kind", model::to_string(check.kind)},
                       {"status", model::to_string(check.status)},
                       {"verdict", model::to_string(check.verdict)},
                       {"score", check.score},
                       {"max_score", check.max_score},
                       {"message", util::printable_within(check.message, bounds.message)},
                       {"hidden", check.hidden},
                       {"counterexample", has_example ? counterexample_json(*check.counterexample, bounds)
                                                      : ordered_json(nullptr)}};
  if (check.kind == model::CheckKind::question) add_question(check, bounds, json);
  return json;
}

/// Whether a text is longer than what is written of it.
bool has_cut_answer(const model::CheckResult& check, const Bounds& bounds) {
  const auto* words = check.answer ? std::get_if<std::string>(&*check.answer) : nullptr;
  return words != nullptr && words->size() > bounds.message;
}

ordered_json pitfall_json(const std::optional<model::KnownMistake>& pitfall, const Bounds& bounds) {
  if (!pitfall) return nullptr;
  return {{"id", name_text(pitfall->id)},
          {"message", util::printable_within(pitfall->message, bounds.message)}};
}

ordered_json shown_json(const std::vector<model::ShownPart>& parts, const Bounds& bounds) {
  ordered_json json = ordered_json::array();
  if (bounds.leaves == 0) return json;
  for (const model::ShownPart& part : parts)
    json.push_back({{"kind", model::to_string(part.kind)},
                    {"title", name_text(part.title)},
                    {"value", value_json(part.value, bounds)}});
  return json;
}

/// What the bounds took away from an exercise, in words; empty where it is all there.
std::string left_out(const model::ExerciseResult& exercise, const Bounds& bounds) {
  std::string note;
  const auto add = [&note](std::string_view text) {
    note += fmt::format("{}{}", note.empty() ? "" : "; ", text);
  };
  if (exercise.output_cut) add("stdout was cut at its limit");
  if (exercise.output.size() > bounds.output) add("stdout was shortened");
  if (exercise.message.size() > bounds.message) add("message was shortened");
  const auto& checks = exercise.checks;
  if (bounds.checks && std::any_of(checks.begin(), checks.end(),
                                   [&](const auto& check) { return has_cut_answer(check, bounds); }))
    add("answers were shortened");
  if (!bounds.checks && !checks.empty()) add("checks were left out to keep the file small");
  const bool without_example =
      bounds.checks && bounds.leaves == 0 && std::any_of(checks.begin(), checks.end(), [](const auto& check) {
        return check.counterexample.has_value();
      });
  if (bounds.leaves == 0 && !exercise.shown.empty())
    add("what is shown of the result was left out to keep the file small");
  if (without_example) add("counterexamples were left out to keep the file small");
  return note;
}

ordered_json exercise_json(const model::ExerciseResult& exercise, const Bounds& bounds) {
  ordered_json checks = ordered_json::array();
  if (bounds.checks)
    for (const model::CheckResult& check : exercise.checks) checks.push_back(check_json(check, bounds));
  ordered_json json = {{"id", name_text(exercise.id)},
                       {"title", name_text(exercise.title)},
                       {"status", model::to_string(exercise.status)},
                       {"verdict", model::to_string(exercise.verdict)},
                       {"score", exercise.score},
                       {"max_score", exercise.max_score},
                       {"message", util::printable_within(exercise.message, bounds.message)},
                       {"checks", checks},
                       {"interrupted", exercise.interrupted},
                       {"pitfall", pitfall_json(exercise.pitfall, bounds)},
                       {"shown", shown_json(exercise.shown, bounds)},
                       {"stdout", util::printable_within(exercise.output, bounds.output)},
                       {"wall_s", exercise.wall_s},
                       {"cpu_s", exercise.cpu_s}};
  if (exercise.scoring == model::Scoring::all_or_nothing) json["scoring"] = "all_or_nothing";
  const std::string note = left_out(exercise, bounds);
  if (!note.empty()) json["note"] = note;
  return json;
}

/// As it is written inside of something else. Only between values there are line feeds: in texts they are
/// escaped.
std::string indented(std::string_view json, std::size_t columns) {
  std::string text;
  for (const char byte : json) {
    text += byte;
    if (byte == '\n') text.append(columns, ' ');
  }
  return text;
}

/// One exercise after another: all of them as a tree would take many times the memory of the text.
std::optional<std::string> render(const model::Report& report, const Bounds& bounds, std::size_t limit) {
  const std::size_t count = std::min(report.exercises.size(), bounds.exercises);
  ordered_json json = {{"format_version", 1},
                       {"submission", name_text(report.submission)},
                       {"seed", report.seed},
                       {"isolation", name_text(report.isolation)},
                       {"score", report.score},
                       {"max_score", report.max_score},
                       {"interrupted", report.interrupted},
                       {"exercises", ordered_json::array()}};
  if (count < report.exercises.size())
    json["note"] =
        fmt::format("{} exercises were left out to keep the file small", report.exercises.size() - count);
  const std::string around = inert_json(json.dump(2)) + "\n";
  if (count == 0) return around;
  constexpr std::string_view kNone = "\n  \"exercises\": []";
  const std::size_t inside = around.find(kNone) + kNone.size() - 1;
  std::string text = around.substr(0, inside);
  for (std::size_t i = 0; i < count; ++i) {
    text += i == 0 ? "\n    " : ",\n    ";
    text += inert_json(indented(exercise_json(visible(report.exercises[i]), bounds).dump(2), 4));
    if (text.size() > limit) return std::nullopt;
  }
  return std::move(text) + "\n  " + around.substr(inside);
}

}  // namespace

std::string results_json(const model::Report& report, std::size_t largest) {
  return fit(largest, report.exercises.size(),
             [&report](const Bounds& bounds, std::size_t limit) { return render(report, bounds, limit); });
}

void JsonReporter::end(const model::Report& report) { text_ = results_json(report); }

}  // namespace grader::report
