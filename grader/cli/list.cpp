#include <fmt/ostream.h>

#include <algorithm>
#include <iostream>
#include <numeric>
#include <set>

#include "cli/app.hpp"
#include "cli/commands.hpp"
#include "cli/output.hpp"
#include "cli/places.hpp"
#include "cli/states.hpp"
#include "report/value_text.hpp"
#include "util/text.hpp"

namespace grader::cli {
namespace {

struct ListOptions {
  std::vector<std::string> ids;
  std::optional<std::string> directory;
  bool json = false;
  bool only_ids = false;
};

using Exercises = std::vector<const model::Exercise*>;

Exercises chosen(const course::Course& course, const ListOptions& options) {
  if (!options.ids.empty()) return course.select(options.ids);
  // A list is of use even where some specifications have mistakes.
  Exercises all;
  for (const model::Exercise& exercise : course.exercises()) all.push_back(&exercise);
  return all;
}

double points_of(const Exercises& exercises) {
  return std::accumulate(exercises.begin(), exercises.end(), 0.0,
                         [](double sum, const model::Exercise* exercise) { return sum + exercise->points; });
}

Exercises of_topic(const Exercises& exercises, const std::string& topic) {
  Exercises result;
  std::copy_if(exercises.begin(), exercises.end(), std::back_inserter(result),
               [&](const model::Exercise* exercise) { return exercise->topic() == topic; });
  return result;
}

std::string points_phrase(double points) {
  return report::points_text(points) + (points == 1 ? " point" : " points");
}

nlohmann::ordered_json to_json(const course::Course& course, const Exercises& exercises,
                               const std::filesystem::path& directory) {
  nlohmann::ordered_json topics = nlohmann::ordered_json::array();
  for (const course::Topic& topic : course.topics()) {
    nlohmann::ordered_json items = nlohmann::ordered_json::array();
    for (const model::Exercise* exercise : of_topic(exercises, topic.name))
      items.push_back({{"id", exercise->id},
                       {"title", exercise->title},
                       {"difficulty", exercise->difficulty},
                       {"points", exercise->points},
                       {"tags", exercise->tags},
                       {"state", to_string(solution_state(directory, *exercise))},
                       {"file", course::solution_file(directory, *exercise).string()}});
    if (!items.empty())
      topics.push_back({{"name", topic.name}, {"title", topic.title}, {"exercises", items}});
  }
  return {{"format_version", 1}, {"title", course.title()}, {"topics", topics}};
}

void print_topic(const course::Topic& topic, const Exercises& exercises, std::size_t name_width,
                 const std::filesystem::path& directory) {
  constexpr std::size_t kStars = 3;
  constexpr std::size_t kPoints = 10;
  constexpr std::size_t kState = 7;
  fmt::print(std::cout, "\n{}/  {}, {}\n", topic.name, topic.title, points_phrase(points_of(exercises)));
  for (const model::Exercise* exercise : exercises) {
    const std::string line = fmt::format(
        "  {}  {}  {}  {}  {}", util::pad_right(exercise->name(), name_width),
        util::pad_right(stars(exercise->difficulty), kStars),
        util::pad_left(points_phrase(exercise->points), kPoints),
        util::pad_right(to_string(solution_state(directory, *exercise)), kState), exercise->title);
    std::cout << util::truncate(line, util::output_width(util::terminal_facts(1))) << '\n';
  }
}

/// Explains the states that occur.
std::string legend(const Exercises& exercises, const std::filesystem::path& directory) {
  std::set<SolutionState> states;
  for (const model::Exercise* exercise : exercises) states.insert(solution_state(directory, *exercise));
  const std::string folder = directory.string();
  std::string text = "\n";
  if (states.contains(SolutionState::missing))
    text += fmt::format("missing: there is no file in {0} yet; grader init {0} makes stubs\n", folder);
  if (states.contains(SolutionState::untouched))
    text += fmt::format("todo: an untouched stub in {}\n", folder);
  if (states.contains(SolutionState::changed)) text += fmt::format("changed: worked on in {}\n", folder);
  return text;
}

void print_table(const course::Course& course, const Exercises& exercises,
                 const std::filesystem::path& directory) {
  std::size_t name_width = 0;
  for (const model::Exercise* exercise : exercises)
    name_width = std::max(name_width, util::display_width(exercise->name()));
  fmt::print(std::cout, "{}: {}, {}\n", course.title(),
             report::count_text(static_cast<model::Index>(exercises.size()), "exercise"),
             points_phrase(points_of(exercises)));
  for (const course::Topic& topic : course.topics())
    if (const Exercises items = of_topic(exercises, topic.name); !items.empty())
      print_topic(topic, items, name_width, directory);
  std::cout << legend(exercises, directory)
            << "grader show ID says what is asked, grader run -e ID grades it.\n";
}

int run_list(const Context& context, const ListOptions& options) {
  const course::Course course = load_course(context, course::Sources::looked_for);
  const Exercises exercises = chosen(course, options);
  const std::filesystem::path directory = submission_directory(options.directory, course);
  if (options.only_ids) {
    for (const model::Exercise* exercise : exercises) std::cout << exercise->id << '\n';
    return kPassed;
  }
  if (options.json)
    print_json(to_json(course, exercises, directory));
  else
    print_table(course, exercises, directory);
  warn_of_mistakes(course.diagnostics().size());
  return kPassed;
}

}  // namespace

void setup_list(CLI::App& app, Context& context) {
  auto options = std::make_shared<ListOptions>();
  CLI::App* command = add_command(app, context, "list", "Show what exercises there are");
  command->add_option("ID", options->ids, "Only these: an id, a name that is unique, or topic/")
      ->type_name("ID");
  command->add_option("--dir", options->directory, "The student directory whose progress is shown")
      ->type_name("DIR");
  command->add_flag("--json", options->json, "Print JSON");
  command->add_flag("--ids", options->only_ids, "Print ids only, one a line");
  on_chosen(command, context, options, run_list);
}

}  // namespace grader::cli
