#include <doctest/doctest.h>

#include "spec/read.hpp"

using namespace grader;

namespace {

model::Exercise read_good(const std::string& text, const spec::Defaults& defaults = {}) {
  auto reading = spec::read_exercise("spec.yaml", text, "topic/name", defaults);
  REQUIRE(util::render(reading.diagnostics) == "");
  REQUIRE(reading.exercise.has_value());
  return std::move(*reading.exercise);
}

constexpr const char* kHead =
    "format_version: 1\ntitle: A title\nstatement: What is asked\nkind: questions\n";

}  // namespace

TEST_CASE("questions of every type are read") {
  const auto exercise =
      read_good(std::string(kHead) +
                "tolerance: {rtol: 1e-3}\nscoring: all_or_nothing\npoints: 7\n"
                "questions:\n"
                "  - id: one\n"
                "    prompt: |\n"
                "      Which?\n"
                "    type: choice\n"
                "    options: {b: the first, a: 768, c: true}\n"
                "    points: 2.5\n"
                "  - {id: several, prompt: \"Which?\", type: choices, options: {x: 1, y: 2}}\n"
                "  - {id: count, prompt: \"How many?\", type: number, tolerance: {atol: 0.5}}\n"
                "  - {id: why, prompt: \"Why?\", type: text}\n");
  CHECK(exercise.kind == model::ExerciseKind::questions);
  CHECK(exercise.extension() == ".yaml");
  CHECK(exercise.scoring == model::Scoring::all_or_nothing);
  REQUIRE(exercise.questions.size() == 4);
  const model::Question& one = exercise.questions[0];
  CHECK(one.id == "one");
  CHECK(one.prompt == "Which?\n");
  CHECK(one.type == model::QuestionType::choice);
  CHECK(one.points == 2.5);
  REQUIRE(one.options.size() == 3);
  CHECK(one.options[0].id == "b");  // in the author's order
  CHECK(one.options[1].text == "768");
  CHECK(one.options[2].text == "true");
  CHECK(exercise.questions[1].type == model::QuestionType::choices);
  CHECK(exercise.questions[1].points == 1);
  CHECK(exercise.questions[2].tolerance.rtol == 1e-3);
  CHECK(exercise.questions[2].tolerance.atol == 0.5);
  CHECK(exercise.questions[3].type == model::QuestionType::text);
  CHECK(exercise.questions[3].options.empty());
}

TEST_CASE("a number's tolerance is over the exercise's, which is over the course's") {
  spec::Defaults defaults;
  defaults.tolerance = {1e-2, 1e-4};
  const auto exercise =
      read_good(std::string(kHead) +
                    "questions:\n  - {id: a, prompt: \"How many?\", type: number, tolerance: {rtol: 0}}\n",
                defaults);
  CHECK(exercise.questions[0].tolerance.rtol == 0);
  CHECK(exercise.questions[0].tolerance.atol == 1e-4);
}

TEST_CASE("an exercise with a function may say so") {
  const auto exercise = read_good(
      "format_version: 1\ntitle: A title\nstatement: What is asked\nkind: function\n"
      "function: {name: f, params: {x: float}, returns: float}\ncases:\n  - {id: a, input: {x: 1}}\n");
  CHECK(exercise.kind == model::ExerciseKind::function);
  CHECK(exercise.questions.empty());
  CHECK(exercise.extension() == ".cpp");
}

TEST_CASE("the place of the questions is kept, for a key that is missing") {
  const auto reading = spec::read_exercise(
      "spec.yaml", std::string(kHead) + "questions:\n  - {id: a, prompt: \"Why?\", type: text}\n",
      "topic/name", {});
  CHECK(reading.function_place.line == 5);
  CHECK(reading.function_place.column == 1);
}
