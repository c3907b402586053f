#include "pipeline/implementation.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "codegen/codegen.hpp"
#include "course/submission.hpp"
#include "generate/generate.hpp"
#include "util/error.hpp"
#include "util/suggest.hpp"

namespace grader::pipeline {
namespace {

std::string shown(const model::Exercise& exercise) { return exercise.id + exercise.extension(); }

Refused missing(const model::Exercise& exercise) {
  return {model::Verdict::not_implemented,
          fmt::format("{} is missing; 'grader reset {}' puts the stub there", shown(exercise), exercise.id)};
}

Refused refused(const model::Exercise& exercise, std::string_view why) {
  return {model::Verdict::rejected, fmt::format("{} {}", shown(exercise), why)};
}

void add_used(const course::Course& course, const model::Exercise& exercise,
              std::vector<const model::Exercise*>& found) {
  for (const std::string& id : exercise.uses) {
    const model::Exercise& used = course.at(id);
    if (std::find(found.begin(), found.end(), &used) != found.end()) continue;
    found.push_back(&used);
    add_used(course, used, found);
  }
}

std::vector<std::string> case_names(const model::Exercise& exercise) {
  std::vector<std::string> names;
  for (const model::Case& test_case : exercise.cases) {
    const auto* generation = std::get_if<model::Generation>(&test_case.source);
    names.push_back(generation == nullptr ? test_case.id : test_case.id + "#0");
  }
  return names;
}

[[noreturn]] void no_such_case(const model::Exercise& exercise, const std::string& name) {
  std::string all;
  for (const model::Case& test_case : exercise.cases) {
    const auto* generation = std::get_if<model::Generation>(&test_case.source);
    all += fmt::format("\n  {}", test_case.id);
    if (generation != nullptr) all += fmt::format("#0 to {}#{}", test_case.id, generation->count - 1);
  }
  const std::string hint = util::did_you_mean(name, case_names(exercise));
  throw util::UsageError(fmt::format("{} has no case '{}'{}{}\nIts cases are{}", exercise.id, name,
                                     hint.empty() ? "" : "; ", hint, all));
}

}  // namespace

std::variant<std::string, Refused> read_solution(const std::filesystem::path& directory,
                                                 const model::Exercise& exercise) {
  auto read = course::read_submitted(directory, course::solution_file("", exercise));
  if (auto* text = std::get_if<std::string>(&read)) return std::move(*text);
  const auto& unread = std::get<course::Unread>(read);
  return unread.missing ? missing(exercise) : refused(exercise, unread.why);
}

std::vector<const model::Exercise*> used_exercises(const course::Course& course,
                                                   const model::Exercise& exercise) {
  std::vector<const model::Exercise*> found;
  add_used(course, exercise, found);
  return found;
}

build::Program reference_program(const course::Course& course, const model::Exercise& exercise) {
  build::Program program{{&exercise, course.reference_source(exercise)}, {}};
  for (const model::Exercise* used : used_exercises(course, exercise))
    program.used.push_back({used, course.reference_source(*used)});
  return program;
}

build::Program submitted_program(const course::Course& course, const model::Exercise& exercise,
                                 std::string source, const ReadSolution& read) {
  build::Program program{{&exercise, std::move(source)}, {}};
  for (const model::Exercise* used : used_exercises(course, exercise)) {
    const auto solution = read(*used);
    const auto* text = std::get_if<std::string>(&solution);
    program.used.push_back({used, text != nullptr ? *text : codegen::stub(*used)});
  }
  return program;
}

build::Program submitted_program(const course::Course& course, const model::Exercise& exercise,
                                 std::string source, const std::filesystem::path& submission) {
  return submitted_program(course, exercise, std::move(source),
                           [&](const model::Exercise& used) { return read_solution(submission, used); });
}

model::Arguments case_input(const model::Exercise& exercise, const std::string& name, std::uint64_t seed) {
  const auto hash = name.find('#');
  const std::string id = name.substr(0, hash);
  for (const model::Case& test_case : exercise.cases) {
    if (test_case.id != id) continue;
    if (const auto* worked = std::get_if<model::Worked>(&test_case.source)) {
      if (hash != std::string::npos) break;
      return worked->input;
    }
    model::Index index = 0;
    const std::string number = hash == std::string::npos ? "0" : name.substr(hash + 1);
    const auto parsed = std::from_chars(number.data(), number.data() + number.size(), index);
    const model::Index count = std::get<model::Generation>(test_case.source).count;
    if (parsed.ec != std::errc() || parsed.ptr != number.data() + number.size() || index < 0 ||
        index >= count)
      break;
    return generate::input(exercise, test_case, seed, index);
  }
  no_such_case(exercise, name);
}

}  // namespace grader::pipeline
