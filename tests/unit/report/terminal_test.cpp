#include "report/terminal.hpp"

#include <doctest/doctest.h>

#include <sstream>

#include "golden.hpp"
#include "sample_report.hpp"
#include "util/text.hpp"

namespace {

using namespace grader;

std::string shown(const model::Report& report, const report::TerminalOptions& options) {
  std::ostringstream out;
  report::TerminalReporter reporter(out, options);
  reporter.begin(sample::run_info(report));
  for (const model::ExerciseResult& exercise : report.exercises) {
    reporter.progress(exercise.id, "compiling");
    reporter.progress(exercise.id, "running");
    reporter.finished(exercise);
  }
  reporter.end(report);
  return out.str();
}

bool contains(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

/// Characters other than printable ones and newlines, colours allowed where asked for.
std::size_t control_characters(const std::string& text) {
  std::size_t count = 0;
  for (const char byte : text)
    if (static_cast<unsigned char>(byte) < 0x20 && byte != '\n') ++count;
  return count;
}

}  // namespace

TEST_CASE("the whole report on a terminal without colour") {
  const std::string text = shown(sample::report(), {});
  CHECK(text == golden("terminal.txt", text));
}

TEST_CASE("the same in colour, and narrow") {
  const model::Report report = sample::report_of({sample::passing(), sample::to_do(), sample::failing()});
  const std::string text = shown(report, {true, false, 60});
  CHECK(text == golden("terminal_color.txt", text));
}

TEST_CASE("nothing that a student wrote is a command to the terminal") {
  const std::string text = shown(sample::report(), {});
  CHECK(control_characters(text) == 0);
  CHECK(util::is_valid_utf8(text));
  CHECK(util::printable(text) == text);
  CHECK(contains(text, "\\x1b[2J"));
  CHECK(contains(text, "\\u202e"));
}

TEST_CASE("hidden checks show that they failed and nothing else") {
  const std::string text = shown(sample::report(), {});
  CHECK(contains(text, "large .......................... failed (hidden)\n"));
  for (const char* secret : sample::kSecrets) CHECK_FALSE(contains(text, secret));
}

TEST_CASE("a hidden check that the grader could not judge is not called failed") {
  model::CheckResult hidden =
      sample::check("large", model::Verdict::grader_error, 1, "the reference is nan at 42");
  hidden.hidden = true;
  const model::ExerciseResult result =
      sample::exercise("a/b", "B", model::Verdict::grader_error, {hidden}, 1);
  const std::string text = shown(sample::report_of({result}), {});
  CHECK(contains(text, "large .......................... not judged (hidden)\n"));
  CHECK_FALSE(contains(text, "42"));
}

TEST_CASE("no line is wider than it may be, but for commands that are copied and the compiler's own lines") {
  for (const std::size_t width : {60U, 100U, 140U}) {
    const std::string text = shown(sample::report(), {false, false, width});
    for (const std::string_view line : util::split_lines(text)) {
      if (line.find("again: ") != std::string_view::npos || line.rfind("Grading", 0) == 0) continue;
      if (line.find("rms_norm.cpp:12:5: error:") != std::string_view::npos) continue;
      // What would be a command to a runner of jobs is written with an escape, after lines were broken.
      if (line.find("\\x3a:") != std::string_view::npos) continue;
      if (line.find("\\x23#[") != std::string_view::npos) continue;
      CAPTURE(line);
      CHECK(util::display_width(line) <= width);
    }
  }
}

TEST_CASE("a course with nothing done is short and friendly") {
  model::Report report = sample::report_of({sample::to_do(), sample::to_do()});
  report.exercises[1].id = "normalization/rms_norm";
  CHECK(
      shown(report, {}) ==
      "Grading student: 2 exercises, seed 7\n"
      "Isolation 0 (rlimits, process group)\n"
      "\n"
      "TODO  normalization/batch_norm                                                                 0 / 1\n"
      "TODO  normalization/rms_norm                                                                   0 / 1\n"
      "\n"
      "Score 0 / 2 (0.0 %)   2 to do\n"
      "Nothing is solved yet, so begin with student/normalization/batch_norm.cpp\n"
      "'grader show normalization/batch_norm' says what is asked.\n");
}

TEST_CASE("the live line is erased before anything else is printed") {
  const model::Report report = sample::report_of({sample::to_do()});
  const std::string text = shown(report, {false, true, 100});
  const std::string compiling = "[1/1] normalization/batch_norm: compiling";
  const std::string running = "[1/1] normalization/batch_norm: running";
  CHECK(contains(text, "\n\n" + compiling + "\r" + std::string(compiling.size(), ' ') + "\r" + running +
                           "\r" + std::string(running.size(), ' ') + "\rTODO  "));
  CHECK_FALSE(contains(shown(report, {}), "running"));
}

TEST_CASE("what the code printed is bounded, first and last lines kept") {
  model::ExerciseResult result = sample::passing();
  result.output.clear();
  for (int i = 1; i <= 100; ++i) result.output += "line " + std::to_string(i) + "\n";
  const std::string text = shown(sample::report_of({result}), {});
  CHECK(contains(text, "      your code printed:\n      | line 1\n"));
  CHECK(contains(text, "      | line 20\n      … 60 lines left out\n      | line 81\n"));
  CHECK(contains(text, "      | line 100\n\n"));
  CHECK_FALSE(contains(text, "line 21\n"));
}

TEST_CASE("a message of ten megabytes stays readable") {
  model::ExerciseResult result = sample::not_compiling();
  result.message = std::string(10 * 1024 * 1024, '\x1b');
  result.output = std::string(10 * 1024 * 1024, 'x');
  CHECK(shown(sample::report_of({result}), {}).size() < 20000);
}

TEST_CASE("a property of megabytes stays readable") {
  model::ExerciseResult result = sample::all_verdicts();
  model::Relation& relation = *result.checks[0].counterexample->relation;
  const std::string huge(1024 * 1024, '\x1b');
  result.checks[0].counterexample->closed_form = huge;
  relation.left_text = relation.right_text = huge;
  relation.calls.assign(50, huge);
  relation.names.assign(50, {"name", sample::vector(std::vector<double>(100000, 0.5))});
  result.pitfall = model::KnownMistake{"huge", "every\nline\n  counts\n"};
  const std::string text = shown(sample::report_of({result}), {});
  CHECK(text.size() < 20000);
  CHECK(control_characters(text) == 0);
  CHECK(contains(text, "\n      known mistake: every line counts\n"));
}

TEST_CASE("a known mistake is named once, and not where it was mended") {
  const std::string mistake = "known mistake: ";
  const std::string text = shown(sample::report_of({sample::failing()}), {});
  CHECK(text.find(mistake) != std::string::npos);
  CHECK(text.find(mistake) == text.rfind(mistake));
  model::ExerciseResult passed = sample::passing();
  passed.pitfall = sample::failing().pitfall;
  CHECK_FALSE(contains(shown(sample::report_of({passed}), {}), mistake));
}

TEST_CASE("another submission and other inputs are named in the command that runs a case again") {
  model::Report report = sample::report_of({sample::failing()});
  report.submission = "submissions/o'neil";
  report::RunInfo run = sample::run_info(report);
  run.eval_options = "--seed 7";
  CHECK(report::eval_command(run, "layer_norm/layer_norm", "random#12") ==
        "grader eval layer_norm/layer_norm --impl 'submissions/o'\\''neil/layer_norm/layer_norm.cpp' "
        "--case random#12 --seed 7");
  run.submission = "student/";
  run.eval_options.clear();
  CHECK(report::eval_command(run, "a/b", "random#12") == "grader eval a/b --impl student --case random#12");
}

TEST_CASE("an interrupted run says so") {
  model::Report report = sample::report_of({sample::failing()});
  report.interrupted = true;
  report.exercises[0].interrupted = true;
  const std::string text = shown(report, {});
  CHECK(contains(text, "      interrupted: not everything was checked\n"));
  CHECK(contains(text, "Interrupted: not everything was graded.\n"));
}

TEST_CASE("everything passed") {
  CHECK(contains(shown(sample::report_of({sample::passing()}), {}),
                 "Score 2 / 2 (100.0 %)   1 passed\nEverything passed.\n"));
}
