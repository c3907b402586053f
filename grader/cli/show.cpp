#include <fmt/ostream.h>

#include <iostream>

#include "cli/app.hpp"
#include "cli/commands.hpp"
#include "cli/exercise_page.hpp"
#include "cli/output.hpp"
#include "cli/places.hpp"

namespace grader::cli {
namespace {

struct ShowOptions {
  std::string id;
  std::optional<std::string> directory;
  bool json = false;
};

int run_show(const Context& context, const ShowOptions& options) {
  const course::Course course = load_course(context, course::Sources::looked_for);
  const model::Exercise& exercise = the_exercise(course, options.id);
  const std::filesystem::path directory = submission_directory(options.directory, course);
  if (options.json)
    print_json(exercise_json(exercise, directory));
  else
    std::cout << exercise_page(exercise, directory, text_width());
  return kPassed;
}

}  // namespace

void setup_show(CLI::App& app, Context& context) {
  auto options = std::make_shared<ShowOptions>();
  CLI::App* command = add_command(app, context, "show", "Show what an exercise asks");
  command->add_option("ID", options->id, "The exercise")->type_name("ID")->required();
  command->add_option("--dir", options->directory, "The student directory")->type_name("DIR");
  command->add_flag("--json", options->json, "Print JSON");
  on_chosen(command, context, options, run_show);
}

}  // namespace grader::cli
