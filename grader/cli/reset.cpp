#include <fmt/ostream.h>

#include <iostream>

#include "cli/app.hpp"
#include "cli/commands.hpp"
#include "cli/folder.hpp"
#include "cli/places.hpp"
#include "cli/states.hpp"
#include "course/submission.hpp"

namespace grader::cli {
namespace {

namespace fs = std::filesystem;

struct ResetOptions {
  std::string id;
  std::optional<std::string> directory;
};

int run_reset(const Context& context, const ResetOptions& options) {
  const course::Course course = load_course(context, course::Sources::looked_for);
  const model::Exercise& exercise = the_exercise(course, options.id);
  const fs::path directory = existing_submission(options.directory, course);
  const SolutionState state = solution_state(directory, exercise);
  if (state == SolutionState::changed)
    fmt::print(std::cout, "kept  {}, your solution so far\n",
               course::set_aside(directory, course::solution_file("", exercise)).string());
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
