#include <fmt/ostream.h>

#include <iostream>

#include "cli/app.hpp"
#include "cli/commands.hpp"
#include "cli/folder.hpp"
#include "cli/places.hpp"
#include "cli/states.hpp"
#include "util/error.hpp"
#include "util/files.hpp"

namespace grader::cli {
namespace {

namespace fs = std::filesystem;

struct ResetOptions {
  std::string id;
  std::optional<std::string> directory;
};

/// The first of "<file>.bak", "<file>.bak2", … that is free: an older solution is not lost either.
fs::path free_backup(const fs::path& file) {
  std::error_code error;
  fs::path backup = file.string() + ".bak";
  for (int number = 2; fs::exists(fs::symlink_status(backup, error)); ++number)
    backup = fmt::format("{}.bak{}", file.string(), number);
  return backup;
}

void set_aside(const fs::path& file) {
  const fs::path backup = free_backup(file);
  std::error_code error;
  fs::rename(file, backup, error);
  if (error)
    throw util::GraderError(
        fmt::format("cannot rename {} to {}: {}", file.string(), backup.string(), error.message()));
  fmt::print(std::cout, "kept  {}, your solution so far\n", backup.string());
}

int run_reset(const Context& context, const ResetOptions& options) {
  const course::Course course = load_course(context);
  const model::Exercise& exercise = the_exercise(course, options.id);
  const fs::path directory = existing_submission(options.directory, course);
  const SolutionState state = solution_state(directory, exercise);
  if (state == SolutionState::changed) set_aside(course::solution_file(directory, exercise));
  for (const FolderFile& file : exercise_files(course, exercise)) write_into(directory, file);
  fmt::print(std::cout, "{} {}\n", state == SolutionState::untouched ? "is still the stub:" : "made ",
             course::solution_file(directory, exercise).string());
  return kPassed;
}

}  // namespace

void setup_reset(CLI::App& app, Context& context) {
  auto options = std::make_shared<ResetOptions>();
  CLI::App* command =
      add_command(app, context, "reset", "Get the stub of an exercise back; your file is kept as .bak");
  command->add_option("ID", options->id, "The exercise")->type_name("ID")->required();
  command->add_option("--dir", options->directory, "The student directory (default: student)")
      ->type_name("DIR");
  on_chosen(command, context, options, run_reset);
}

}  // namespace grader::cli
