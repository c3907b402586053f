#include <fmt/ostream.h>
#include <unistd.h>

#include <algorithm>
#include <charconv>
#include <iostream>

#include "cli/app.hpp"
#include "cli/commands.hpp"
#include "cli/marking.hpp"
#include "cli/output.hpp"
#include "cli/places.hpp"
#include "cli/report_files.hpp"
#include "report/value_text.hpp"
#include "util/diagnostic.hpp"
#include "util/error.hpp"
#include "util/files.hpp"
#include "util/suggest.hpp"
#include "util/text.hpp"

namespace grader::cli {
namespace {

struct MarkOptions {
  std::string file;
  std::vector<std::string> points;
  std::string comment;
};

/// "topic/name/question=1.5".
struct Mark {
  std::string id;
  double points = 0;
};

Mark parse_mark(const std::string& text) {
  const std::size_t equals = text.rfind('=');
  Mark mark{text.substr(0, equals), 0};
  const std::string number = equals == std::string::npos ? "" : text.substr(equals + 1);
  const auto [end, error] = std::from_chars(number.data(), number.data() + number.size(), mark.points);
  if (error != std::errc() || end != number.data() + number.size())
    throw util::UsageError(
        fmt::format("--points takes topic/name/question=POINTS, as in texts/letter/why=1.5, not '{}'", text));
  return mark;
}

void require_text(const ResultsFile& results, const std::string& id, const std::string& file) {
  std::vector<std::string> ids;
  for (const TextAnswer& text : results.texts()) ids.push_back(text.id());
  if (std::find(ids.begin(), ids.end(), id) != ids.end()) return;
  std::string hint = util::did_you_mean(id, ids);
  if (hint.empty() && !ids.empty())
    hint = util::printable(fmt::format("its texts are {}", fmt::join(ids, ", ")), util::Newlines::escape);
  throw util::UsageError(
      fmt::format("{} has no text '{}' to mark{}{}", file, id, hint.empty() ? "" : "\n  ", hint));
}

/// All of them are looked at before the first is settled.
void settle(ResultsFile& results, const MarkOptions& options) {
  std::vector<Mark> marks;
  for (const std::string& text : options.points) {
    marks.push_back(parse_mark(text));
    require_text(results, marks.back().id, options.file);
  }
  for (const Mark& mark : marks) results.settle(mark.id, mark.points, options.comment);
}

/// The key is a help, and no condition; a course that was named must be one, though.
std::optional<course::Course> course_beside(const Context& context) {
  try {
    return load_course(context);
  } catch (const util::UsageError&) {
    if (context.course) throw;
  } catch (const util::SpecError&) {
    if (context.course) throw;
  }
  return std::nullopt;
}

std::optional<std::string> model_answer(const course::Course& course, const TextAnswer& text) {
  for (const model::Exercise& exercise : course.exercises()) {
    if (exercise.id != text.exercise) continue;
    for (std::size_t i = 0; i < exercise.questions.size(); ++i)
      if (exercise.questions[i].id == text.question) return course.key(exercise).at(i).model_answer;
  }
  return std::nullopt;
}

void list_awaiting(const ResultsFile& results) {
  for (const TextAnswer& text : results.texts())
    if (!text.is_marked)
      fmt::print(std::cout, "{} awaits review, 0 to {}\n", util::printable(text.id(), util::Newlines::escape),
                 report::points_text(text.max_score));
}

void ask(ResultsFile& results, const Context& context, const MarkOptions& options) {
  const auto course = course_beside(context);
  const Marking marking{
      [&](const TextAnswer& text) { return course ? model_answer(*course, text) : std::nullopt; },
      options.comment, [&] { write_report(options.file, results.text()); }, text_width()};
  mark_in_dialogue(results, marking, std::cin, std::cout);
}

int run_mark(const Context& context, const MarkOptions& options) {
  const auto text = util::read_file(options.file);
  if (!text)
    throw util::UsageError(
        fmt::format("there is no file '{}'\n  grader run --json FILE writes one", options.file));
  ResultsFile results(options.file, *text);
  if (!options.points.empty()) {
    settle(results, options);
    write_report(options.file, results.text());
  } else if (results.awaiting() > 0 && ::isatty(STDIN_FILENO) == 1) {
    ask(results, context, options);
  }
  list_awaiting(results);
  fmt::print(std::cout, "{}; score {}\n",
             results.awaiting() == 0
                 ? "Nothing awaits review"
                 : fmt::format("{} to review",
                               report::count_text(static_cast<model::Index>(results.awaiting()), "text")),
             results.score());
  return results.awaiting() == 0 ? kPassed : kNotPassed;
}

}  // namespace

void setup_mark(CLI::App& app, Context& context) {
  auto options = std::make_shared<MarkOptions>();
  CLI::App* command =
      add_command(app, context, "mark", "Give points to answers that await review, in the results of a run");
  command->add_option("FILE", options->file, "What grader run --json wrote; it is changed in place")
      ->type_name("FILE")
      ->required();
  command
      ->add_option("--points", options->points,
                   "topic/name/question=POINTS; may be repeated. Without it, each answer is shown and asked "
                   "about")
      ->type_name("TEXT")
      ->allow_extra_args(false);
  command->add_option("--comment", options->comment, "What the student is told about all that is marked now")
      ->type_name("TEXT");
  on_chosen(command, context, options, run_mark);
}

}  // namespace grader::cli
