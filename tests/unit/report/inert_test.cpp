#include "report/inert.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <pugixml.hpp>
#include <sstream>

#include "report/github.hpp"
#include "report/json.hpp"
#include "report/junit.hpp"
#include "report/markdown.hpp"
#include "report/terminal.hpp"
#include "sample_report.hpp"
#include "util/text.hpp"

namespace {

using namespace grader;

/// Every command that a runner of jobs knows, at the start of a line, indented and within one.
std::string commands() {
  return "::error::x\n  ::set-output name=a::b\n\u3000::error::y\n\t::add-mask::secret\ntext ::no command\n"
         "##[error]x\na ##[add-path]/tmp\n##vso[task.setvariable variable=x]y\n"
         "a ##teamcity[message text='x']\n###[group]x\n\r::warning::x\n";
}

/// Everything in which a submission can say something, for one thing said.
model::ExerciseResult saying(const std::string& text) {
  model::ExerciseResult result = sample::hostile();
  result.message = text;
  result.output = text;
  for (model::CheckResult& check : result.checks) {
    check.message = text;
    check.answer = model::Answer{text};
    if (!check.counterexample) continue;
    model::Counterexample& example = *check.counterexample;
    example.input = {{{"text", {text}}, {"list", {model::List{{{text}, {text}}}}}}};
    example.actual = model::Value{text};
    example.closed_form = text;
    for (model::Difference& difference : example.differences) difference.actual = {text};
    if (example.relation)
      example.relation =
          model::Relation{"f(x)", "==", text, {text}, {text}, {{"c", {text}}}, std::vector(50, text)};
  }
  result.shown = {{model::ShowKind::text, "what it says", {text}}};
  return result;
}

/// Passing and failing, since they show different parts; a compiler's lines have their own rules.
model::Report report_saying(const std::string& text, std::size_t copies = 1) {
  model::ExerciseResult failed = saying(text);
  model::ExerciseResult passed = saying(text);
  passed.status = model::Status::pass;
  passed.verdict = model::Verdict::accepted;
  model::ExerciseResult broken = saying(text);
  broken.verdict = model::Verdict::compile_error;
  model::ExerciseResult refused = saying(text);
  refused.verdict = model::Verdict::rejected;
  model::ExerciseResult ours = saying(text);
  ours.status = model::Status::error;
  ours.verdict = model::Verdict::grader_error;
  std::vector<model::ExerciseResult> all;
  for (std::size_t i = 0; i < copies; ++i)
    for (const auto& one : {failed, passed, broken, refused, ours}) all.push_back(one);
  return sample::report_of(std::move(all));
}

std::string terminal_text(const model::Report& report, bool color = false) {
  std::ostringstream out;
  report::TerminalReporter reporter(out, {color, false, 100});
  reporter.begin(sample::run_info(report));
  for (const model::ExerciseResult& exercise : report.exercises) reporter.finished(exercise);
  reporter.end(report);
  return out.str();
}

std::string junit_text(const model::Report& report) {
  return report::junit_xml(report, {"2024-05-01T12:00:00", "example"});
}

std::string summary_text(const model::Report& report) {
  return report::step_summary(report, sample::run_info(report));
}

std::string annotations(const model::Report& report) {
  std::ostringstream out;
  report::GithubReporter github(out, nullptr, "token");
  github.begin(sample::run_info(report));
  github.end(report);
  return out.str();
}

/// The lines that a runner of jobs would obey, but for those that are ours.
std::string obeyed(const std::string& text, std::string_view ours = "none of these") {
  std::string found;
  for (const std::string_view line : util::split_lines(text)) {
    const bool is_ours =
        line.starts_with(ours) || line.starts_with("::stop-commands::token") || line == "::token::";
    const std::size_t begin = std::min(line.find_first_not_of(" \t"), line.size());
    const bool is_command = !is_ours && line.substr(begin, 2) == "::";
    const bool is_old = line.find("##[") != std::string_view::npos;
    const bool is_other =
        line.find("##vso[") != std::string_view::npos || line.find("##teamcity[") != std::string_view::npos;
    if (is_command || is_old || is_other) found += std::string(line) + "\n";
  }
  return found;
}

std::string all_reports(const model::Report& report) {
  return terminal_text(report) + report::results_json(report) + junit_text(report) + summary_text(report) +
         annotations(report);
}

}  // namespace

TEST_CASE("commands are lines that say what they were") {
  CHECK(report::inert("::error::x") == "\\x3a:error::x");
  CHECK(report::inert("a\n \t::error::x ::y\n::z") == "a\n \t\\x3a:error::x ::y\n\\x3a:z");
  CHECK(report::inert("a ##[x]y ##vso[z] ###[w] a##b ## [c]") ==
        "a \\x23#[x]y \\x23#vso[z] \\x23\\x23#[w] a##b ## [c]");
  CHECK(report::inert("std::string f(::x) # ##") == "std::string f(::x) # ##");
  CHECK(report::inert("\u3000\u00a0::error::x\u2028::y") == "\u3000\u00a0\\x3a:error::x\u2028\\x3a:y");
  CHECK(report::inert("\u00e9 ::error::x") == "\u00e9 ::error::x");
  CHECK(report::inert("") == "");
  CHECK(report::inert(":") == ":");
  CHECK(report::inert("##") == "##");
}

TEST_CASE("JSON and XML say the same without commands") {
  const std::string json = nlohmann::json({{"##[a]", commands()}}).dump(2);
  CHECK(obeyed(report::inert_json(json)) == "");
  CHECK(nlohmann::json::parse(report::inert_json(json)) == nlohmann::json::parse(json));
  const std::string escaped = util::printable(commands());
  const std::string xml = "<a b=\"##[x]\">" + escaped + "</a>";
  CHECK(obeyed(report::inert_xml(xml)) == "");
  pugi::xml_document document;
  REQUIRE(document.load_string(report::inert_xml(xml).c_str()));
  CHECK(document.child("a").text().get() == escaped);
  CHECK(std::string(document.child("a").attribute("b").value()) == "##[x]");
}

TEST_CASE("no report has a line that a runner of jobs obeys, wherever a student's text stands in it") {
  const model::Report report = report_saying(commands());
  CHECK(obeyed(terminal_text(report)) == "");
  CHECK(obeyed(terminal_text(report, true)) == "");
  CHECK(obeyed(report::results_json(report)) == "");
  CHECK(obeyed(junit_text(report)) == "");
  CHECK(obeyed(summary_text(report)) == "");
  CHECK(obeyed(annotations(report), "::error ") == "");
  // One for each exercise that failed or could not be judged: a newline in it would begin another.
  const std::string lines = annotations(report);
  CHECK(util::split_lines(lines).size() == 2 + 4);
}

TEST_CASE("words that wrapping puts at the start of a line are no commands there") {
  for (std::size_t before = 60; before < 110; ++before) {
    const model::Report report = report_saying(std::string(before, 'x') + " ::error::y");
    CHECK(obeyed(terminal_text(report)) == "");
    CHECK(obeyed(junit_text(report)) == "");
    CHECK(obeyed(summary_text(report)) == "");
  }
}

TEST_CASE("no byte of a student's reaches a report as it is where it is a control or no character") {
  std::string every;
  for (int byte = 0; byte < 256; ++byte) every += static_cast<char>(byte);
  for (const char* text : {"\xe2\x80\xa8", "\xe2\x80\xa9", "\xe2\x80\xae", "\xe2\x81\xa6", "\xd8\x9c",
                           "\xef\xbf\xbf", "\xc2\x85",
                           "\xc2\x9b"
                           "31m",
                           "\xf0\x9f\xbf\xbf", "\xf4\x90\x80\x80", "\x1b]8;;http://x\x07link\x1b]8;;\x07",
                           "]]>", "<script>alert(1)</script>", "![x](http://x/y.png)",
                           "</code></pre><img src=x onerror=y>", "| a | b |", "```\n# heading\n```"})
    every += std::string(text) + "\n";
  const model::Report report = report_saying(every);
  for (const std::string& text : {terminal_text(report), report::results_json(report), junit_text(report),
                                  summary_text(report), annotations(report)}) {
    CHECK(util::is_valid_utf8(text));
    CHECK(util::printable(text) == text);
  }
  CHECK(nlohmann::json::accept(report::results_json(report)));
  pugi::xml_document document;
  CHECK(document.load_string(junit_text(report).c_str()));
}

TEST_CASE("Markdown and HTML of a student's stay inside their fences") {
  const std::string tricks =
      "````\n# heading\n</details><img src=x>\n~~~\n[a](javascript:b)\n``````\n<!-- \n";
  const std::string summary = summary_text(report_saying(tricks));
  std::string fence;
  for (const std::string_view line : util::split_lines(summary)) {
    const std::size_t ticks = std::min(line.find_first_not_of('`'), line.size());
    if (fence.empty() && ticks >= 3) {
      CHECK(line.substr(ticks) == "text");
      fence = line.substr(0, ticks);
    } else if (!fence.empty() && line.size() == ticks && ticks >= fence.size()) {
      fence.clear();
    } else if (fence.empty()) {
      CHECK(line.find("<img") == std::string_view::npos);
      CHECK(line.find("[a](") == std::string_view::npos);
      CHECK(line.substr(0, 2) != "# ");
      CHECK(line.substr(0, 3) != "~~~");
    }
  }
  CHECK(fence.empty());
}

TEST_CASE("a course's worth of the longest messages fits into every report") {
  constexpr std::size_t kMost = std::size_t{8} * 1024 * 1024;
  const auto much = [](const char* unit) {
    std::string text;
    while (text.size() < 64 * 1024) text += unit;
    return text;
  };
  // What grows most when it is escaped; 75 exercises.
  const model::Report report = report_saying(much("##["), 15);
  const std::string json = report::results_json(report);
  CHECK(json.size() < kMost);
  CHECK(nlohmann::json::accept(json));
  const std::string xml = junit_text(report);
  CHECK(xml.size() < kMost);
  pugi::xml_document document;
  CHECK(document.load_string(xml.c_str()));
  CHECK(summary_text(report).size() < 1024 * 1024);
  CHECK(annotations(report).size() < kMost);
  // A terminal has no second try with less, so that each exercise keeps to its part.
  for (const char* unit : {"x", "\x1b", "::x\n", "##[", "\xf0\x9d\x84\x9e"}) {
    CAPTURE(unit);
    CHECK(terminal_text(report_saying(much(unit))).size() * 71 / 5 < kMost);
  }
}

TEST_CASE("gigabytes would be cut before they are written") {
  model::ExerciseResult result = saying("short");
  result.output = std::string(std::size_t{16} * 1024 * 1024, '#');
  result.message = result.output;
  result.checks[0].message = result.output;
  const std::string all = all_reports(sample::report_of({result}));
  CHECK(all.size() < std::size_t{2} * 1024 * 1024);
}
