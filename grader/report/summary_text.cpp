#include "report/summary_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "report/exit_code.hpp"
#include "report/lines.hpp"
#include "report/value_text.hpp"
#include "util/text.hpp"

namespace grader::report {
namespace {

using model::Status;
using Lines = std::vector<std::string>;

std::size_t count(const model::Report& report, Status status) {
  return static_cast<std::size_t>(std::count_if(report.exercises.begin(), report.exercises.end(),
                                                [status](const auto& e) { return e.status == status; }));
}

const model::ExerciseResult* first(const model::Report& report, Status status) {
  const auto found = std::find_if(report.exercises.begin(), report.exercises.end(),
                                  [status](const auto& e) { return e.status == status; });
  return found == report.exercises.end() ? nullptr : &*found;
}

void add_next_steps(const model::Report& report, const Surroundings& around, Lines& lines) {
  const model::ExerciseResult* failed = first(report, Status::fail);
  const model::ExerciseResult* todo = first(report, Status::todo);
  if (count(report, Status::error) > 0 && !report.interrupted)
    lines.push_back("Some could not be judged: 'grader doctor' may know why.");
  if (count(report, Status::review) > 0)
    lines.push_back("'grader mark FILE' gives points to what awaits review.");
  if (failed != nullptr) {
    lines.push_back(fmt::format("Next: 'grader hint {}' gives a hint.", one_line(failed->id)));
  } else if (todo != nullptr) {
    const std::string file = one_line(solution_file(around.run.submission, todo->id, todo->extension));
    const bool untouched = count(report, Status::todo) == report.exercises.size() && report.score == 0;
    lines.push_back(fmt::format("{} {}", untouched ? "Nothing is solved yet, so begin with" : "Next:", file));
    lines.push_back(fmt::format("'grader show {}' says what is asked.", one_line(todo->id)));
  } else if (!report.exercises.empty() && count(report, Status::pass) == report.exercises.size()) {
    lines.push_back(around.style.good("Everything passed."));
  }
}

}  // namespace

std::string score_text(const model::Report& report) {
  // Rounded down, so that 100 % means all of it.
  const double percent = std::floor(percentage(report) * 10 + 1e-6) / 10;
  return fmt::format("Score {} / {} ({:.1f} %)", points_text(report.score), points_text(report.max_score),
                     percent);
}

std::string counts_text(const model::Report& report) {
  std::string text;
  const auto add = [&](Status status, std::string_view what) {
    const std::size_t number = count(report, status);
    if (number > 0) text += fmt::format("{}{} {}", text.empty() ? "" : ", ", number, what);
  };
  add(Status::pass, "passed");
  add(Status::fail, "failed");
  add(Status::todo, "to do");
  add(Status::review, "to review");
  add(Status::error, "not judged");
  return text.empty() ? "no exercises" : text;
}

std::vector<std::string> summary_text(const model::Report& report, const Surroundings& around) {
  const std::string score = around.style.strong(score_text(report));
  const std::string counts = counts_text(report);
  const bool fits = util::display_width(score_text(report)) + 3 + counts.size() <= around.width;
  Lines lines = fits ? Lines{score + "   " + counts} : Lines{score, counts};
  if (report.interrupted) lines.push_back(around.style.bad("Interrupted: not everything was graded."));
  add_next_steps(report, around, lines);
  return lines;
}

}  // namespace grader::report
