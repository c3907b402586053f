#include "cli/hints.hpp"

#include <fmt/ostream.h>

#include <iostream>

#include "cli/markdown.hpp"
#include "cli/places.hpp"
#include "util/error.hpp"
#include "util/files.hpp"

namespace grader::cli {
namespace {

std::optional<std::filesystem::path> state_file() {
  const auto directory = state_directory();
  return directory ? std::optional(*directory / "hints.json") : std::nullopt;
}

HintState load() {
  const auto file = state_file();
  return HintState::parse(file ? util::read_file(*file).value_or("") : "");
}

std::string what_is_left(const model::Exercise& exercise, std::size_t seen, const std::string& how) {
  const std::size_t left = exercise.hints.size() - seen;
  if (left == 0) return "That was the last hint.\n";
  return fmt::format("{} more: {}\n", left, how);
}

}  // namespace

Hints::Hints(const course::Course& course, const model::Exercise& exercise) : exercise_(exercise.id) {
  std::error_code error;
  course_ = std::filesystem::weakly_canonical(course.root(), error).string();
  try {
    seen_ = load().seen(course_, exercise_);
  } catch (const util::GraderError& problem) {
    fmt::print(std::cerr, "grader: hints start over: {}\n", problem.what());
  }
}

void Hints::set_seen(std::size_t count) {
  seen_ = count;
  const auto file = state_file();
  if (!file) return;
  try {
    HintState state = load();
    state.set(course_, exercise_, count);
    util::write_file(*file, state.text());
  } catch (const util::GraderError& problem) {
    fmt::print(std::cerr, "grader: which hints were shown is not remembered: {}\n", problem.what());
  }
}

std::string hint_text(const model::Exercise& exercise, std::size_t index, std::size_t width) {
  return fmt::format("Hint {} of {}\n\n{}", index + 1, exercise.hints.size(),
                     render_markdown(exercise.hints[index], width));
}

std::string next_hint_text(const course::Course& course, const model::Exercise& exercise, std::size_t width,
                           const std::string& how) {
  if (exercise.hints.empty()) return fmt::format("There are no hints for {}.\n", exercise.id);
  Hints hints(course, exercise);
  const HintStep step = next_hint(hints.seen(), exercise.hints.size());
  if (step.first == step.last)
    return fmt::format("All {} hints for {} were shown. grader hint {} --all shows them again.\n", step.seen,
                       exercise.id, exercise.id);
  hints.set_seen(step.seen);
  return hint_text(exercise, step.first, width) + "\n" + what_is_left(exercise, step.seen, how);
}

}  // namespace grader::cli
