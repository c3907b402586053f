#include "cli/call.hpp"

#include <fmt/format.h>

#include <istream>
#include <iterator>

#include "cli/seed_option.hpp"
#include "codegen/codegen.hpp"
#include "pipeline/implementation.hpp"
#include "spec/read.hpp"
#include "util/error.hpp"
#include "util/files.hpp"

namespace grader::cli {
namespace {

namespace fs = std::filesystem;

std::string student_source(const fs::path& submission, const model::Exercise& exercise) {
  auto read = pipeline::read_solution(submission, exercise);
  if (auto* source = std::get_if<std::string>(&read)) return std::move(*source);
  throw util::UsageError(std::get<pipeline::Refused>(read).message);
}

/// The submission that "<directory>/<topic>/<name>.cpp" belongs to, for the exercises that it uses.
std::optional<fs::path> submission_of(const fs::path& file, const model::Exercise& exercise) {
  const fs::path directory = file.parent_path().parent_path();
  if (course::solution_file(directory, exercise) != file) return std::nullopt;
  return directory.empty() ? "." : directory;
}

/// A file in a submission is read like one, however it is named.
std::string file_source(const CallOptions& options, const model::Exercise& exercise) {
  const auto submission = submission_of(options.implementation, exercise);
  if (submission && fs::exists(fs::symlink_status(options.implementation)))
    return student_source(*submission, exercise);
  auto source = util::read_file(options.implementation);
  if (source) return std::move(*source);
  throw util::UsageError(
      fmt::format("--impl {}: there is no such file\n  it is a C++ file, or one of reference and student",
                  options.implementation));
}

}  // namespace

void add_call_options(CLI::App& command, CallOptions& options) {
  command.add_option("ID", options.id, "The exercise")->type_name("ID")->required();
  command.add_option("--impl", options.implementation, "What to call: reference, student, or a C++ file")
      ->type_name("reference|student|FILE")
      ->capture_default_str();
  command.add_option("--case", options.test_case, "The input of this case: worked-example, random#12")
      ->type_name("NAME");
  command.add_option("--dir", options.directory, "The student directory (default: student)")
      ->type_name("DIR");
  add_seed_option(command, options.seed);
  add_machine_options(command, options.machine);
}

build::Program chosen_program(const course::Course& course, const model::Exercise& exercise,
                              const CallOptions& options) {
  if (options.is_reference()) return pipeline::reference_program(course, exercise);
  if (options.implementation == "student") {
    const fs::path submission = existing_submission(options.directory, course);
    return pipeline::submitted_program(course, exercise, student_source(submission, exercise), submission);
  }
  std::string source = file_source(options, exercise);
  fs::path submission = submission_directory(options.directory, course);
  if (!options.directory) submission = submission_of(options.implementation, exercise).value_or(submission);
  return pipeline::submitted_program(course, exercise, std::move(source), submission);
}

fs::path chosen_file(const course::Course& course, const model::Exercise& exercise,
                     const CallOptions& options) {
  if (options.is_reference()) return fs::absolute(course.reference_file(exercise));
  if (options.implementation != "student") return fs::absolute(options.implementation);
  return fs::absolute(course::solution_file(submission_directory(options.directory, course), exercise));
}

model::Arguments chosen_input(const model::Exercise& exercise, const CallOptions& options, std::istream& in) {
  if (options.test_case) return pipeline::case_input(exercise, *options.test_case, options.seed);
  if (*options.input == "-") {
    const std::string text{std::istreambuf_iterator<char>(in), {}};
    return spec::read_arguments("<stdin>", text, exercise.function);
  }
  const auto text = util::read_file(*options.input);
  if (!text) throw util::UsageError(fmt::format("--input {}: there is no such file", *options.input));
  return spec::read_arguments(*options.input, *text, exercise.function);
}

}  // namespace grader::cli
