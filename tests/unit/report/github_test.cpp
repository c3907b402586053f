#include "report/github.hpp"

#include <doctest/doctest.h>

#include <sstream>

#include "golden.hpp"
#include "report/markdown.hpp"
#include "report/terminal.hpp"
#include "sample_report.hpp"
#include "util/text.hpp"

namespace {

using namespace grader;

struct Output {
  std::string log;
  std::string summary;
};

/// As `grader run --github` does it: the fence goes around what the terminal reporter prints.
Output run(const model::Report& report) {
  std::ostringstream log;
  std::ostringstream summary;
  report::GithubReporter github(log, &summary, "0123456789abcdef");
  report::TerminalReporter terminal(log, {});
  const report::RunInfo info = sample::run_info(report);
  github.begin(info);
  terminal.begin(info);
  for (const model::ExerciseResult& exercise : report.exercises) terminal.finished(exercise);
  terminal.end(report);
  github.end(report);
  return {log.str(), summary.str()};
}

std::string annotations(const model::Report& report) {
  std::ostringstream out;
  report::GithubReporter github(out, nullptr, "token");
  github.begin(sample::run_info(report));
  github.end(report);
  return out.str();
}

}  // namespace

TEST_CASE("the whole of annotations and step summary") {
  CHECK(annotations(sample::report()) == golden("github.txt", annotations(sample::report())));
  const std::string summary = run(sample::report()).summary;
  CHECK(summary == golden("summary.md", summary));
}

TEST_CASE("only our own lines are commands") {
  const std::string log = run(sample::report()).log;
  bool fenced = false;
  std::size_t commands = 0;
  for (const std::string_view line : util::split_lines(log)) {
    const bool starts = line == "::stop-commands::0123456789abcdef";
    const bool ends = line == "::0123456789abcdef::";
    if (!fenced && !starts) CHECK(line.substr(0, 8) == "::error ");
    if (!fenced && !starts) ++commands;
    if (starts || ends) fenced = starts;
  }
  CHECK_FALSE(fenced);
  CHECK(commands == 5);
  CHECK(log.find('\r') == std::string::npos);
}

TEST_CASE("the escaping of workflow commands") {
  CHECK(report::escape_data("50 %\r\n::x::, a:b") == "50 %25%0D%0A::x::, a:b");
  CHECK(report::escape_property("50 %\r\n::x, y") == "50 %25%0D%0A%3A%3Ax%2C y");
}

TEST_CASE("the line of an annotation is that of the compiler's first error in the file") {
  using report::error_line;
  CHECK(error_line("rms_norm.cpp:12:5: error: no\nrms_norm.cpp:3:1: error: no", "rms_norm.cpp") == 12);
  CHECK(error_line("rms_norm.cpp:7:5: warning: hm\n/x/rms_norm.cpp:9:1: error: no", "rms_norm.cpp") == 9);
  CHECK(error_line("rms_norm.cpp:7: error: no column", "rms_norm.cpp") == 7);
  CHECK(error_line("my_rms_norm.cpp:7:1: error: other file", "rms_norm.cpp") == 0);
  CHECK(error_line("error: rms_norm.cpp:7:1: after", "rms_norm.cpp") == 0);
  CHECK(error_line("rms_norm.cpp:99999999999999999999:1: error: no", "rms_norm.cpp") == 0);
  CHECK(error_line("rms_norm.cpp:-4:1: error: no", "rms_norm.cpp") == 0);
  CHECK(error_line("", "rms_norm.cpp") == 0);
}

TEST_CASE("files of another folder, with characters that properties do not take") {
  model::Report report = sample::report_of({sample::not_compiling()});
  report.submission = "work/a,b:c/";
  const std::string text = annotations(report);
  CHECK(text.find(
            "::error file=work/a%2Cb%3Ac/normalization/rms_norm.cpp,line=12,title=normalization/rms_norm%3A "
            "compile error (0 / 2 points)::does not compile:%0A") != std::string::npos);
}

TEST_CASE("Markdown that means nothing but itself") {
  CHECK(report::markdown_text("a|b `c` <d> & [e](f)\ng *h* _i_ @j") ==
        "a\\|b \\`c\\` &lt;d\\> &amp; \\[e\\]\\(f\\)\\\\ng \\*h\\* \\_i\\_ \\@j");
  CHECK(report::markdown_block("a\n") == "```text\na\n```\n");
  CHECK(report::markdown_block("a ````` b") == "``````text\na ````` b\n``````\n");
  CHECK(report::markdown_block("") == "```text\n\n```\n");
}

TEST_CASE("a summary never grows beyond what GitHub takes") {
  model::ExerciseResult result = sample::hostile();
  result.output = std::string(10 * 1024 * 1024, '`');
  const auto summary = [](const model::ExerciseResult& exercise, std::size_t count) {
    const model::Report report = sample::report_of(std::vector<model::ExerciseResult>(count, exercise));
    return report::step_summary(report, sample::run_info(report));
  };
  CHECK(summary(result, 1).size() < 1024 * 1024);
  result.output.resize(std::size_t{64} * 1024);
  CHECK(summary(result, 100).size() < 1024 * 1024);
  model::ExerciseResult named = sample::to_do();
  named.title = std::string(1000, 't');
  const std::string most = summary(named, 5000);
  CHECK(most.size() < 1024 * 1024);
  CHECK(most.find("\n2500 more exercises were left out to keep this small.\n") != std::string::npos);
}
