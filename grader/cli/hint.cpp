#include <fmt/ostream.h>

#include <iostream>

#include "cli/app.hpp"
#include "cli/commands.hpp"
#include "cli/hints.hpp"
#include "cli/output.hpp"
#include "cli/places.hpp"

namespace grader::cli {
namespace {

struct HintOptions {
  std::string id;
  bool all = false;
  bool reset = false;
  bool json = false;
};

void print_as_json(const course::Course& course, const model::Exercise& exercise,
                   const HintOptions& options) {
  Hints hints(course, exercise);
  const std::size_t shown =
      options.all ? exercise.hints.size() : next_hint(hints.seen(), exercise.hints.size()).seen;
  if (!options.all) hints.set_seen(shown);
  const std::vector<std::string> texts(exercise.hints.begin(),
                                       exercise.hints.begin() + static_cast<std::ptrdiff_t>(shown));
  print_json({{"id", exercise.id}, {"shown", shown}, {"available", exercise.hints.size()}, {"hints", texts}});
}

int run_hint(const Context& context, const HintOptions& options) {
  const course::Course course = load_course(context, course::Sources::looked_for);
  const model::Exercise& exercise = the_exercise(course, options.id);
  if (options.reset) {
    Hints(course, exercise).set_seen(0);
    fmt::print(std::cout, "The hints for {} start over.\n", exercise.id);
  } else if (options.json) {
    print_as_json(course, exercise, options);
  } else if (options.all && !exercise.hints.empty()) {
    for (std::size_t i = 0; i < exercise.hints.size(); ++i)
      std::cout << (i > 0 ? "\n" : "") << hint_text(exercise, i, text_width());
  } else {
    std::cout << next_hint_text(course, exercise, text_width(), "grader hint " + exercise.id);
  }
  return kPassed;
}

}  // namespace

void setup_hint(CLI::App& app, Context& context) {
  auto options = std::make_shared<HintOptions>();
  CLI::App* command = add_command(app, context, "hint", "Show one more hint");
  command->add_option("ID", options->id, "The exercise")->type_name("ID")->required();
  auto* all = command->add_flag("--all", options->all, "Show every hint; this is not remembered");
  command->add_flag("--reset", options->reset, "Begin with the first hint again")->excludes(all);
  command->add_flag("--json", options->json, "Print JSON: all hints shown so far, one more than before");
  on_chosen(command, context, options, run_hint);
}

}  // namespace grader::cli
