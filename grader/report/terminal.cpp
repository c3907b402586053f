#include "report/terminal.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <ostream>

#include "report/exercise_text.hpp"
#include "report/inert.hpp"
#include "report/lines.hpp"
#include "report/summary_text.hpp"
#include "report/value_text.hpp"
#include "report/visible.hpp"
#include "util/text.hpp"

namespace grader::report {
namespace {

using model::Status;

constexpr std::size_t kIndent = 6;
constexpr std::size_t kNarrowest = 40;
constexpr std::size_t kLongestMessage = 64 * 1024;
constexpr std::size_t kLongestOutput = 256 * 1024;
constexpr double kWorthTelling = 1.0;  // seconds

std::string word_of(Status status) {
  switch (status) {
    case Status::pass:
      return "PASS";
    case Status::fail:
      return "FAIL";
    case Status::todo:
      return "TODO";
    case Status::review:
      return "REVIEW";
    case Status::error:
      return "ERROR";
  }
  return {};
}

std::string painted(Status status, const std::string& text, const Style& style) {
  switch (status) {
    case Status::pass:
      return style.good(text);
    case Status::fail:
    case Status::error:
      return style.bad(text);
    case Status::review:
      return style.warn(text);
    case Status::todo:
      break;
  }
  return style.quiet(text);
}

/// "FAIL  layer_norm/layer_norm  (3.2 s)                 2.5 / 4"
std::string status_line(const model::ExerciseResult& result, const Surroundings& around) {
  const bool slow = result.wall_s >= kWorthTelling && result.status != Status::todo;
  const std::string word = util::pad_right(word_of(result.status), kIndent - 1) + " ";
  const std::string points = fmt::format("{} / {}", points_text(result.score), points_text(result.max_score));
  const std::string name = result.id + (slow ? fmt::format("  ({:.1f} s)", result.wall_s) : "");
  const std::size_t used = word.size() + points.size() + 2;
  const std::size_t room = around.width - std::min(around.width, used);
  return painted(result.status, word, around.style) + util::pad_right(util::truncate(name, room), room) +
         "  " + points;
}

}  // namespace

TerminalReporter::TerminalReporter(std::ostream& out, const TerminalOptions& options)
    : out_(out), options_(options) {
  options_.width = std::max(options_.width, kNarrowest);
  around_.style.color = options_.color;
}

void TerminalReporter::begin(const RunInfo& run) {
  around_.run = run;
  around_.width = options_.width;
  const auto exercises = static_cast<model::Index>(run.exercises.size());
  print(fmt::format("Grading {}: {}, seed {}", one_line(run.submission), count_text(exercises, "exercise"),
                    run.seed),
        0);
  print("Isolation " + one_line(run.isolation), 0);
  print("", 0);
}

void TerminalReporter::progress(const std::string& exercise, const std::string& what) {
  if (!options_.live) return;
  const std::string text = fmt::format("[{}/{}] {}: {}", std::min(done_ + 1, around_.run.exercises.size()),
                                       around_.run.exercises.size(), one_line(exercise), one_line(what));
  const std::string shown = util::truncate(text, options_.width - 1);
  erase_live_line();
  out_ << shown << std::flush;
  live_width_ = util::display_width(shown);
}

void TerminalReporter::finished(const model::ExerciseResult& result) {
  ++done_;
  erase_live_line();
  const model::ExerciseResult shown = readable(result, kLongestMessage, kLongestOutput);
  print(status_line(shown, around_), 0);
  Surroundings inside = around_;
  inside.width = options_.width - kIndent;
  for (const std::string& line : exercise_text(shown, inside)) print(line, kIndent);
  out_ << std::flush;
}

void TerminalReporter::end(const model::Report& report) {
  erase_live_line();
  print("", 0);
  for (const std::string& line : summary_text(report, around_)) print(line, 0);
  out_ << std::flush;
}

void TerminalReporter::erase_live_line() {
  if (live_width_ == 0) return;
  out_ << '\r' << std::string(live_width_, ' ') << '\r';
  live_width_ = 0;
}

void TerminalReporter::print(const std::string& line, std::size_t indent) {
  out_ << (line.empty() ? "" : std::string(indent, ' ')) << inert(line) << '\n';
}

}  // namespace grader::report
