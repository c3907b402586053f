#include <fmt/ostream.h>

#include <iostream>

#include "cli/app.hpp"
#include "cli/commands.hpp"
#include "cli/folder.hpp"
#include "cli/output.hpp"
#include "cli/places.hpp"
#include "report/value_text.hpp"
#include "util/diagnostic.hpp"
#include "util/error.hpp"

namespace grader::cli {
namespace {

struct InitOptions {
  std::string directory;
};

struct Counts {
  std::size_t made = 0;
  std::size_t kept = 0;
};

std::string files(std::size_t count) {
  return report::count_text(static_cast<model::Index>(count), "solution");
}

/// Says what changes; what stays as it is goes without saying, but for how many solutions were kept.
void write(const std::filesystem::path& directory, const FolderFile& file, Counts& solutions) {
  const Change change = write_into(directory, file);
  const bool solution = file.kind == FolderFile::Kind::solution;
  if (solution) ++(change == Change::kept ? solutions.kept : solutions.made);
  if (change == Change::kept) return;
  fmt::print(std::cout, "{}  {}\n", change == Change::made ? "made   " : "renewed",
             (directory / file.path).string());
}

/// Not where an exercise that it uses has mistakes: its header would need that one's function.
bool is_usable(const course::Course& course, const model::Exercise& exercise) {
  try {
    return !course.select({exercise.id}).empty();
  } catch (const util::SpecError&) {
    return false;
  }
}

int run_init(const Context& context, const InitOptions& options) {
  const course::Course course = load_course(context, course::Sources::looked_for);
  const std::filesystem::path directory = options.directory;
  std::error_code error;
  if (const auto status = std::filesystem::status(directory, error);
      std::filesystem::exists(status) && !std::filesystem::is_directory(status))
    throw util::UsageError(fmt::format("'{}' exists and is no directory", directory.string()));
  Counts solutions;
  for (const FolderFile& file : common_files(eigen_folder())) write(directory, file, solutions);
  for (const model::Exercise& exercise : course.exercises())
    if (is_usable(course, exercise))
      for (const FolderFile& file : exercise_files(course, exercise)) write(directory, file, solutions);
  fmt::print(std::cout, "{}: {} made, {} left as they were\n", directory.string(), files(solutions.made),
             solutions.kept);
  warn_of_mistakes(course.diagnostics().size());
  return kPassed;
}

}  // namespace

void setup_init(CLI::App& app, Context& context) {
  auto options = std::make_shared<InitOptions>();
  CLI::App* command =
      add_command(app, context, "init", "Make a student directory, or add what is missing in one");
  command->add_option("DIR", options->directory, "The directory; solutions in it are never overwritten")
      ->type_name("DIR")
      ->required();
  on_chosen(command, context, options, run_init);
}

}  // namespace grader::cli
