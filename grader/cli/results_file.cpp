#include "cli/results_file.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "judge/score.hpp"
#include "report/value_text.hpp"
#include "util/error.hpp"

namespace grader::cli {
namespace {

using nlohmann::ordered_json;

constexpr double kCents = 100;

/// Looks at a file that somebody else may have written.
class Form {
 public:
  explicit Form(std::string name) : name_(std::move(name)) {}

  void check(const ordered_json& json) const {
    require(json.is_object() && json.value("format_version", ordered_json()) == 1, "format_version is not 1");
    check_scored(json, "the whole");
    require(json.contains("exercises") && json["exercises"].is_array(), "it has no list of exercises");
    for (const ordered_json& exercise : json["exercises"]) check_exercise(exercise);
  }

  [[noreturn]] void fail(const std::string& why) const {
    throw util::UsageError(
        fmt::format("{} is not the results of a run: {}\n  grader run --json FILE writes them", name_, why));
  }

 private:
  void require(bool holds, const std::string& why) const {
    if (!holds) fail(why);
  }

  void require_string(const ordered_json& json, const char* key, const std::string& where) const {
    require(json.is_object() && json.contains(key) && json[key].is_string(),
            fmt::format("{} has no {}", where, key));
  }

  void check_scored(const ordered_json& json, const std::string& where) const {
    for (const char* key : {"score", "max_score"})
      require(json.contains(key) && json[key].is_number() && json[key].get<double>() >= 0,
              fmt::format("{} has no {}", where, key));
  }

  void check_exercise(const ordered_json& exercise) const {
    require_string(exercise, "id", "an exercise");
    const std::string id = exercise["id"];
    for (const char* key : {"status", "verdict"}) require_string(exercise, key, id);
    check_scored(exercise, id);
    require(exercise.contains("checks") && exercise["checks"].is_array(), id + " has no list of checks");
    for (const ordered_json& check : exercise["checks"]) {
      for (const char* key : {"id", "kind", "status", "verdict", "message"})
        require_string(check, key, "a check of " + id);
      check_scored(check, "a check of " + id);
    }
  }

  std::string name_;
};

std::string string_at(const ordered_json& json, const char* key) {
  return json.contains(key) && json[key].is_string() ? json[key].get<std::string>() : std::string();
}

/// Only texts have marks, given or not.
bool is_text(const ordered_json& check) {
  return check["kind"] == "question" && check.contains("marked") && check["marked"].is_boolean();
}

model::Verdict verdict_from(const std::string& word) {
  for (int i = 0; i <= static_cast<int>(model::Verdict::grader_error); ++i)
    if (model::to_string(static_cast<model::Verdict>(i)) == word) return static_cast<model::Verdict>(i);
  return model::Verdict::grader_error;
}

/// As far as adding up needs it.
model::ExerciseResult result_from(const ordered_json& json) {
  model::ExerciseResult result;
  result.score = json["score"];
  result.max_score = json["max_score"];
  if (string_at(json, "scoring") == "all_or_nothing") result.scoring = model::Scoring::all_or_nothing;
  for (const ordered_json& item : json["checks"]) {
    model::CheckResult check;
    check.verdict = verdict_from(item["verdict"]);
    check.score = item["score"];
    check.max_score = item["max_score"];
    result.checks.push_back(std::move(check));
  }
  return result;
}

template <class Result>
void write_outcome(const Result& result, ordered_json& json) {
  json["status"] = model::to_string(result.status);
  json["verdict"] = model::to_string(result.verdict);
  json["score"] = result.score;
}

void add_up_exercise(ordered_json& json) {
  model::ExerciseResult result = result_from(json);
  judge::rescore(result);
  write_outcome(result, json);
  for (std::size_t i = 0; i < result.checks.size(); ++i) write_outcome(result.checks[i], json["checks"][i]);
}

}  // namespace

ResultsFile::ResultsFile(const std::string& name, const std::string& text) {
  const Form form(name);
  try {
    json_ = ordered_json::parse(text);
  } catch (const ordered_json::parse_error& error) {
    const std::string what = error.what();
    form.fail("no JSON, " +
              what.substr(what.find("at line") == std::string::npos ? 0 : what.find("at line")));
  }
  form.check(json_);
  for (const ordered_json& exercise : json_["exercises"])
    for (const ordered_json& check : exercise["checks"])
      if (is_text(check))
        texts_.push_back({exercise["id"], check["id"], string_at(check, "prompt"), string_at(check, "answer"),
                          check["max_score"], check["marked"]});
}

std::size_t ResultsFile::awaiting() const {
  return static_cast<std::size_t>(
      std::count_if(texts_.begin(), texts_.end(), [](const TextAnswer& text) { return !text.is_marked; }));
}

void ResultsFile::settle(const std::string& id, double points, const std::string& comment) {
  for (TextAnswer& text : texts_) {
    if (text.id() != id) continue;
    if (!(points >= 0 && points <= text.max_score))
      throw util::UsageError(
          fmt::format("{} is worth 0 to {} points, not {}", id, report::points_text(text.max_score), points));
    text.is_marked = true;
    ordered_json& exercise = exercise_of(text);
    for (ordered_json& check : exercise["checks"]) {
      if (check["id"] != text.question) continue;
      const bool is_full = std::llround(points * kCents) == std::llround(text.max_score * kCents);
      const auto verdict = is_full ? model::Verdict::accepted : model::Verdict::wrong_answer;
      check["verdict"] = model::to_string(verdict);
      check["score"] = static_cast<double>(std::llround(points * kCents)) / kCents;
      check["message"] = comment;
      check["marked"] = true;
    }
    add_up_exercise(exercise);
  }
  add_up();
}

ordered_json& ResultsFile::exercise_of(const TextAnswer& text) {
  for (ordered_json& exercise : json_["exercises"])
    if (exercise["id"] == text.exercise) return exercise;
  throw util::GraderError(fmt::format("the exercise '{}' is gone", text.exercise));
}

void ResultsFile::add_up() {
  model::Report report;
  for (const ordered_json& exercise : json_["exercises"]) report.exercises.push_back(result_from(exercise));
  judge::total(report);
  json_["score"] = report.score;
}

std::string ResultsFile::score() const {
  return fmt::format("{} / {}", report::points_text(json_["score"]), report::points_text(json_["max_score"]));
}

std::string ResultsFile::text() const { return json_.dump(2) + "\n"; }

}  // namespace grader::cli
