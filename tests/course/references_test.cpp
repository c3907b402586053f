// Holds every reference against numpy's results on random inputs (tests/data/numpy, made by the scripts
// there).
#include <doctest/doctest.h>

#include <filesystem>
#include <map>
#include <nlohmann/json.hpp>

#include "course/course.hpp"
#include "judge/compare.hpp"
#include "pipeline/implementation.hpp"
#include "report/value_json.hpp"
#include "spec/read.hpp"
#include "support/machine.hpp"
#include "worker/worker.hpp"

using namespace grader;
namespace fs = std::filesystem;

namespace {

/// Exercises for which there is nothing to compare with, and what is compared in their place.
const std::map<std::string, std::string> kNotCompared{
    {"transformer/train_tiny_transformer",
     "weights that begin at random; corpus_loss, which judges them, and what they are computed by are "
     "compared"},
    {"transformer/norm_comparison", "the same"},
};

constexpr std::size_t kFewestInputs = 20;
constexpr model::Tolerance kTolerance{1e-12, 1e-12};

nlohmann::json numbers_of(const model::Exercise& exercise) {
  const auto file = fs::path(GRADER_SOURCE_DIR) / "tests/data/numpy" / (exercise.id + ".json");
  const auto text = util::read_file(file);
  REQUIRE_MESSAGE(text.has_value(), file.string(), " is missing");
  return nlohmann::json::parse(*text);
}

/// The result is read as the one argument of a function, so that the reader for inputs serves for it too.
model::Value read_result(const nlohmann::json& expected, const model::Exercise& exercise) {
  const model::Function identity{
      "identity", {{"result", exercise.function.returns}}, exercise.function.returns};
  return spec::read_arguments("expected", nlohmann::json{{"result", expected}}.dump(), identity)
      .fields[0]
      .second;
}

}  // namespace

TEST_CASE("every reference agrees with numpy") {
  support::Machine machine;
  const auto course = course::Course::load(GRADER_SOURCE_DIR);
  REQUIRE(course.diagnostics().empty());
  std::size_t compared = 0;
  for (const model::Exercise& exercise : course.exercises()) {
    if (exercise.kind == model::ExerciseKind::questions || kNotCompared.contains(exercise.id)) continue;
    CAPTURE(exercise.id);
    ++compared;
    const auto numbers = numbers_of(exercise);
    REQUIRE(numbers.size() >= kFewestInputs);
    const auto built = machine.compiler.build(pipeline::reference_program(course, exercise), {});
    REQUIRE(std::holds_alternative<build::Built>(built));
    worker::Worker reference(machine.processes, std::get<build::Built>(built).executable, exercise.function,
                             {});
    for (const auto& entry : numbers) {
      const auto input = spec::read_arguments("input", entry["input"].dump(), exercise.function);
      judge::Rules rules{exercise.function.returns, {}, kTolerance, model::NanPolicy::error, {}};
      REQUIRE(model::bind(exercise.function, input, rules.bindings).empty());
      auto call = reference.call(input);
      REQUIRE(std::holds_alternative<model::Value>(call.result));
      const auto judgement = judge::compare(std::get<model::Value>(call.result),
                                            read_result(entry["expected"], exercise), rules);
      CAPTURE(entry.dump());
      CHECK_MESSAGE(judgement.verdict == model::Verdict::accepted, judgement.message);
    }
    CHECK_FALSE(reference.finish().has_value());
  }
  CHECK(compared >= 60);
}
