#include <errno.h>
#include <fmt/ostream.h>
#include <poll.h>
#include <unistd.h>

#include <iostream>

#include "cli/app.hpp"
#include "cli/commands.hpp"
#include "cli/exercise_page.hpp"
#include "cli/folder_watcher.hpp"
#include "cli/hints.hpp"
#include "cli/output.hpp"
#include "cli/places.hpp"
#include "cli/services.hpp"
#include "cli/states.hpp"
#include "cli/watch_state.hpp"
#include "report/terminal.hpp"
#include "util/error.hpp"
#include "util/interrupt.hpp"
#include "util/terminal_mode.hpp"

namespace grader::cli {
namespace {

constexpr const char* kKeys =
    "n next, p previous, r run again, h hint, s show what is asked, a run all, q quit\n";

struct WatchOptions {
  std::optional<std::string> directory;
  std::vector<std::string> ids;
  MachineOptions machine;
  int jobs = default_jobs();
  util::ColorChoice color = util::ColorChoice::automatic;
};

using Exercises = std::vector<const model::Exercise*>;

std::vector<std::string> ids_of(const Exercises& exercises) {
  std::vector<std::string> ids;
  for (const model::Exercise* exercise : exercises) ids.push_back(exercise->id);
  return ids;
}

std::vector<std::string> topics_of(const course::Course& course) {
  std::vector<std::string> topics;
  for (const course::Topic& topic : course.topics()) topics.push_back(topic.name);
  return topics;
}

/// Of one exercise: there is nothing more that the student could do.
bool is_done(const model::Report& report) {
  if (report.exercises.empty()) return false;
  const model::Status status = report.exercises.front().status;
  return status == model::Status::pass || status == model::Status::review;
}

class Watch {
 public:
  Watch(const course::Course& course, Exercises exercises, std::filesystem::path directory,
        const WatchOptions& options)
      : course_(course),
        exercises_(std::move(exercises)),
        directory_(std::move(directory)),
        options_(options),
        services_(options.machine),
        state_(ids_of(exercises_)),
        watcher_(directory_, topics_of(course)),
        keys_(STDIN_FILENO) {}

  int run() {
    find_start();
    WatchStep step{WatchStep::Kind::grade};
    while (step.kind != WatchStep::Kind::quit && !interrupts_.requested()) {
      take(step);
      if (!interrupts_.requested()) step = wait();
    }
    if (!interrupts_.requested()) return kPassed;
    std::cout << "\nInterrupted.\n";
    return util::kInterruptedStatus;
  }

 private:
  /// The first exercise that is not solved. Stubs need no grading.
  void find_start() {
    for (const model::Exercise* exercise : exercises_) {
      state_.go_to(exercise->id);
      if (solution_state(directory_, *exercise) != SolutionState::changed || interrupts_.requested()) return;
      const model::Report report =
          pipeline::grade(course_, {exercise}, directory_, services_.grading(), {}, {}, interrupts_.token());
      if (!is_done(report)) return;
    }
    state_.go_to(exercises_.front()->id);
  }

  void take(const WatchStep& step) {
    if (!step.note.empty()) std::cout << step.note << '\n';
    switch (step.kind) {
      case WatchStep::Kind::grade:
        grade({&current()});
        break;
      case WatchStep::Kind::grade_all:
        grade(exercises_);
        break;
      case WatchStep::Kind::hint:
        std::cout << '\n' << next_hint_text(course_, current(), text_width(), "h");
        break;
      case WatchStep::Kind::show:
        std::cout << '\n' << exercise_page(current(), directory_, text_width());
        break;
      case WatchStep::Kind::help:
        std::cout << kKeys;
        break;
      default:
        break;
    }
    std::cout.flush();
  }

  const model::Exercise& current() const { return *exercises_[state_.position()]; }

  void grade(const Exercises& chosen) {
    const util::TerminalFacts facts = util::terminal_facts(STDOUT_FILENO);
    const bool live = util::use_live_line(facts);
    if (live) std::cout << "\x1b[H\x1b[2J";
    report::TerminalReporter reporter(
        std::cout, {util::use_color(options_.color, facts), live, util::output_width(facts)});
    reporter.begin({directory_.string(),
                    pipeline::GradeOptions::kDefaultSeed,
                    services_.processes().isolation(),
                    ids_of(chosen),
                    {}});
    const pipeline::GradeEvents events{
        [&](const std::string& exercise, const std::string& what) { reporter.progress(exercise, what); },
        [&](const model::ExerciseResult& result) { reporter.finished(result); }};
    const model::Report report =
        pipeline::grade(course_, chosen, directory_, services_.grading(),
                        {pipeline::GradeOptions::kDefaultSeed, options_.jobs}, events, interrupts_.token());
    if (interrupts_.requested()) return;
    // The summary of a single exercise would only say the same again.
    if (chosen.size() > 1) reporter.end(report);
    say_what_is_next(chosen, report);
  }

  void say_what_is_next(const Exercises& chosen, const model::Report& report) {
    if (chosen.size() == 1)
      fmt::print(std::cout, "\n{} of {}: {}\n", state_.position() + 1, exercises_.size(),
                 course::solution_file(directory_, current()).string());
    if (chosen.size() == 1 && is_done(report) && state_.position() + 1 < exercises_.size() &&
        keys_.available())
      fmt::print(std::cout, "Solved. n goes on to {}.\n", exercises_[state_.position() + 1]->id);
    std::cout << (keys_.available() ? kKeys : "Waiting for a file to be saved; Ctrl-C ends.\n");
  }

  /// Until a key or a saved file leads to something.
  WatchStep wait() {
    constexpr int kLookAgain = 1000;  // ms; see KeyMode::resume
    while (!interrupts_.requested()) {
      pollfd events[] = {{interrupts_.descriptor(), POLLIN, 0},
                         {watcher_.descriptor(), POLLIN, 0},
                         {keys_.available() ? STDIN_FILENO : -1, POLLIN, 0}};
      const int ready = ::poll(events, 3, kLookAgain);
      keys_.resume();
      if (ready <= 0) continue;
      if (events[1].revents != 0)
        if (const WatchStep step = state_.saved(saved_exercises()); step != WatchStep{}) return step;
      if (events[2].revents != 0)
        if (const WatchStep step = read_key(); step != WatchStep{}) return step;
    }
    return {WatchStep::Kind::quit};
  }

  WatchStep read_key() {
    char pressed = 0;
    const ssize_t count = ::read(STDIN_FILENO, &pressed, 1);
    if (count < 0 && (errno == EINTR || errno == EAGAIN)) return {};
    if (count <= 0) return {WatchStep::Kind::quit};  // the terminal is gone
    return state_.press(key_of(pressed));
  }

  /// Editors touch a file several times when they save; it is over when nothing happens for a while.
  std::set<std::string> saved_exercises() {
    constexpr int kQuiet = 100;   // ms
    constexpr int kLongest = 20;  // such waits; something that writes all the time must not keep us
    std::set<std::string> ids;
    pollfd more{watcher_.descriptor(), POLLIN, 0};
    int waits = 0;
    do {
      for (const std::string& file : watcher_.saved())
        if (const auto id = exercise_of_file(file, state_.ids())) ids.insert(*id);
    } while (++waits<kLongest&& ::poll(&more, 1, kQuiet)> 0);
    return ids;
  }

  const course::Course& course_;
  Exercises exercises_;
  std::filesystem::path directory_;
  const WatchOptions& options_;
  Services services_;
  WatchState state_;
  FolderWatcher watcher_;
  util::Interrupts interrupts_;  // outlives the keys: a signal must find the terminal restored or restore it
  util::KeyMode keys_;
};

int run_watch(const Context& context, const WatchOptions& options) {
  const course::Course course = load_course(context);
  Exercises exercises = course.select(options.ids);
  if (exercises.empty()) throw util::UsageError("the course has no exercises to watch");
  const std::filesystem::path directory = existing_submission(options.directory, course);
  if (::isatty(STDIN_FILENO) != 1)
    std::cout << "Standard input is no terminal: there are no keys, and Ctrl-C or SIGTERM ends.\n"
              << std::flush;
  return Watch(course, std::move(exercises), directory, options).run();
}

}  // namespace

void setup_watch(CLI::App& app, Context& context) {
  auto options = std::make_shared<WatchOptions>();
  CLI::App* command = add_command(app, context, "watch", "Grade what is saved, exercise by exercise");
  command->add_option("DIR", options->directory, "The student directory (default: student)")
      ->type_name("DIR");
  command->add_option("-e,--exercise", options->ids, "Only this exercise, or all of topic/; may be repeated")
      ->type_name("ID")
      ->allow_extra_args(false);
  add_machine_options(*command, options->machine);
  add_sanitize_option(*command, options->machine);
  add_color_option(*command, options->color);
  on_chosen(command, context, options, run_watch);
}

}  // namespace grader::cli
