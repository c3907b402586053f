#include "report/junit.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <pugixml.hpp>
#include <sstream>

#include "report/exercise_text.hpp"
#include "report/explain.hpp"
#include "report/inert.hpp"
#include "report/lines.hpp"
#include "report/relation_text.hpp"
#include "report/visible.hpp"
#include "util/text.hpp"

namespace grader::report {
namespace {

using model::CheckResult;
using model::ExerciseResult;
using model::Status;
using model::Verdict;

enum class Outcome { passed, failure, error, skipped };

Outcome outcome_of(Status status, Verdict verdict) {
  switch (status) {
    case Status::pass:
      return Outcome::passed;
    case Status::todo:
    case Status::review:
      return Outcome::skipped;
    case Status::error:
      return Outcome::error;
    case Status::fail:
      break;
  }
  const bool never_ran =
      verdict == Verdict::compile_error || verdict == Verdict::compile_limit || verdict == Verdict::rejected;
  return never_ran ? Outcome::error : Outcome::failure;
}

/// One testcase. An exercise without checks is its own.
struct TestCase {
  std::string name;
  Outcome outcome = Outcome::passed;
  Verdict verdict = Verdict::accepted;
  std::string message;  // one line
  std::string text;
};

std::string first_line(const std::string& text) { return text.substr(0, text.find('\n')); }

std::string message_of(const CheckResult& check) {
  if (check.hidden) return check.status == Status::error ? "not judged (hidden)" : "failed (hidden)";
  if (!check.message.empty()) return first_line(check.message);
  const bool is_relation = check.counterexample && check.counterexample->relation;
  return is_relation ? does_not_hold(*check.counterexample->relation) : in_words(check.verdict);
}

bool has_problem(const TestCase& test) {
  return test.outcome == Outcome::failure || test.outcome == Outcome::error;
}

TestCase of_check(const ExerciseResult& exercise, CheckResult check, const Surroundings& around,
                  const Bounds& bounds) {
  if (bounds.leaves == 0) check.counterexample.reset();
  TestCase test{check.id, outcome_of(check.status, check.verdict), check.verdict, message_of(check), {}};
  if (has_problem(test)) test.text = join_lines(explain(exercise, check, around));
  return test;
}

/// The compiler's message and a known mistake are said once, in the first testcase that did not pass: the one
/// that is looked at first.
void add_texts_of_whole(const ExerciseResult& exercise, std::size_t width, std::vector<TestCase>& tests) {
  const auto first = std::find_if(tests.begin(), tests.end(), has_problem);
  if (first == tests.end()) return;
  if (!exercise.message.empty()) {
    const std::string whole = exercise.message.substr(0, exercise.message.find_last_not_of('\n') + 1);
    first->text = whole + (first->text.empty() ? "" : "\n\n" + first->text);
  }
  const std::string mistake = join_lines(known_mistake(exercise, width));
  if (!mistake.empty()) first->text += (first->text.empty() ? "" : "\n") + mistake;
}

std::vector<TestCase> tests_of(const ExerciseResult& exercise, const Surroundings& around,
                               const Bounds& bounds) {
  std::vector<TestCase> tests;
  if (bounds.checks)
    for (const CheckResult& check : exercise.checks)
      tests.push_back(of_check(exercise, check, around, bounds));
  if (tests.empty())
    tests.push_back({exercise.id.substr(exercise.id.find('/') + 1),
                     outcome_of(exercise.status, exercise.verdict),
                     exercise.verdict,
                     in_words(exercise.verdict),
                     {}});
  add_texts_of_whole(exercise, around.width, tests);
  return tests;
}

void add_testcase(pugi::xml_node suite, const ExerciseResult& exercise, const TestCase& test) {
  std::string classname = exercise.id;
  std::replace(classname.begin(), classname.end(), '/', '.');
  pugi::xml_node node = suite.append_child("testcase");
  node.append_attribute("name") = test.name.c_str();
  node.append_attribute("classname") = classname.c_str();
  // Only the exercise as a whole is timed.
  node.append_attribute("time") = "0.000";
  if (test.outcome == Outcome::passed) return;
  if (test.outcome == Outcome::skipped) {
    node.append_child("skipped").append_attribute("message") = in_words(test.verdict).c_str();
    return;
  }
  pugi::xml_node problem = node.append_child(test.outcome == Outcome::error ? "error" : "failure");
  problem.append_attribute("message") = test.message.c_str();
  problem.append_attribute("type") = model::to_string(test.verdict).c_str();
  problem.text() = test.text.c_str();
}

std::size_t count(const std::vector<TestCase>& tests, Outcome outcome) {
  return static_cast<std::size_t>(std::count_if(
      tests.begin(), tests.end(), [outcome](const TestCase& test) { return test.outcome == outcome; }));
}

void add_property(pugi::xml_node properties, const char* name, const std::string& value) {
  pugi::xml_node property = properties.append_child("property");
  property.append_attribute("name") = name;
  property.append_attribute("value") =
      util::printable_within(value, kLongestName, util::Newlines::escape).c_str();
}

void add_properties(pugi::xml_node suite, const model::Report& report, const ExerciseResult& exercise) {
  pugi::xml_node properties = suite.append_child("properties");
  add_property(properties, "submission", report.submission);
  add_property(properties, "seed", std::to_string(report.seed));
  add_property(properties, "isolation", report.isolation);
  add_property(properties, "status", model::to_string(exercise.status));
  add_property(properties, "score", fmt::format("{:.2f}", exercise.score));
  add_property(properties, "max_score", fmt::format("{:.2f}", exercise.max_score));
  if (exercise.pitfall) add_property(properties, "pitfall", exercise.pitfall->id);
  if (exercise.interrupted || report.interrupted) add_property(properties, "interrupted", "true");
}

void add_suite(pugi::xml_node root, std::size_t number, const model::Report& report,
               const ExerciseResult& exercise, const std::vector<TestCase>& tests, const JunitFacts& facts) {
  const std::size_t slash = exercise.id.find('/');
  pugi::xml_node suite = root.append_child("testsuite");
  suite.append_attribute("package") = exercise.id.substr(0, slash).c_str();
  suite.append_attribute("id") = static_cast<unsigned>(number);
  suite.append_attribute("name") = exercise.id.substr(slash + 1).c_str();
  suite.append_attribute("timestamp") = facts.timestamp.c_str();
  suite.append_attribute("hostname") = facts.hostname.empty() ? "localhost" : facts.hostname.c_str();
  suite.append_attribute("tests") = static_cast<unsigned>(tests.size());
  suite.append_attribute("failures") = static_cast<unsigned>(count(tests, Outcome::failure));
  suite.append_attribute("errors") = static_cast<unsigned>(count(tests, Outcome::error));
  suite.append_attribute("skipped") = static_cast<unsigned>(count(tests, Outcome::skipped));
  suite.append_attribute("time") = fmt::format("{:.3f}", std::max(exercise.wall_s, 0.0)).c_str();
  add_properties(suite, report, exercise);
  for (const TestCase& test : tests) add_testcase(suite, exercise, test);
  suite.append_child("system-out").text() = exercise.output.c_str();
  suite.append_child("system-err");
}

/// What a document holds, as it is written in the element around it.
std::string inside_of_root(const pugi::xml_document& document) {
  std::ostringstream text;
  for (const pugi::xml_node& node : document.children())
    node.print(text, "  ", pugi::format_default, pugi::encoding_auto, 1);
  return inert_xml(text.str());
}

/// One suite after another: all of them as a tree would take many times the memory of the text.
std::optional<std::string> render(const model::Report& report, const JunitFacts& facts, const RunInfo& run,
                                  const Bounds& bounds, std::size_t limit) {
  const Surroundings around{run, 100, {}};
  std::string suites;
  const std::size_t most = std::min(report.exercises.size(), bounds.exercises);
  for (std::size_t i = 0; i < most; ++i) {
    const ExerciseResult exercise = readable(report.exercises[i], bounds.message, bounds.output);
    pugi::xml_document document;
    add_suite(document.root(), i, report, exercise, tests_of(exercise, around, bounds), facts);
    suites += inside_of_root(document);
    if (suites.size() > limit) return std::nullopt;
  }
  if (most < report.exercises.size()) {
    pugi::xml_document document;
    document.append_child(pugi::node_comment)
        .set_value(
            fmt::format(" {} exercises were left out to keep the file small ", report.exercises.size() - most)
                .c_str());
    suites += inside_of_root(document);
  }
  const std::string declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
  if (suites.empty()) return declaration + "<testsuites />\n";
  return declaration + "<testsuites>\n" + suites + "</testsuites>\n";
}

std::string junit_of_run(const model::Report& report, const JunitFacts& facts, const RunInfo& run,
                         std::size_t largest) {
  return fit(largest, report.exercises.size(), [&](const Bounds& bounds, std::size_t limit) {
    return render(report, facts, run, bounds, limit);
  });
}

}  // namespace

std::string junit_xml(const model::Report& report, const JunitFacts& facts, std::size_t largest) {
  return junit_of_run(report, facts, {report.submission, report.seed, report.isolation, {}, {}}, largest);
}

void JunitReporter::end(const model::Report& report) {
  text_ = junit_of_run(report, facts_, run_, kLargestFile);
}

}  // namespace grader::report
