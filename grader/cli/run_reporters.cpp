#include "cli/run_reporters.hpp"

#include <errno.h>
#include <fmt/format.h>
#include <string.h>
#include <sys/random.h>
#include <unistd.h>

#include <array>
#include <cstdlib>
#include <ctime>
#include <functional>
#include <iostream>

#include "cli/places.hpp"
#include "cli/report_files.hpp"
#include "report/github.hpp"
#include "report/json.hpp"
#include "report/junit.hpp"
#include "report/terminal.hpp"
#include "util/error.hpp"

namespace grader::cli {
namespace {

/// Submitted code must not be able to guess it.
std::string random_token() {
  std::array<unsigned char, 16> bytes{};
  if (::getrandom(bytes.data(), bytes.size(), 0) != static_cast<ssize_t>(bytes.size()))
    throw util::GraderError(fmt::format("cannot get random numbers: {}", ::strerror(errno)));
  return fmt::format("{:02x}", fmt::join(bytes, ""));
}

report::JunitFacts junit_facts() {
  char host[256] = "";
  if (::gethostname(host, sizeof host - 1) != 0 || host[0] == '\0') ::strcpy(host, "localhost");
  const std::time_t now = std::time(nullptr);
  std::tm utc{};
  ::gmtime_r(&now, &utc);
  char stamp[32];
  std::strftime(stamp, sizeof stamp, "%Y-%m-%dT%H:%M:%S", &utc);
  return {stamp, host};
}

}  // namespace

RunReporters::RunReporters(const ReportOptions& options) : options_(options) {
  std::ostream& people = options_.takes_stdout() ? std::cerr : std::cout;
  // GitHub's fence goes around everything else: first at the beginning, last at the end.
  if (options_.github) add_github(people);
  add_terminal(people);
  if (options_.json) reporters_.push_back(std::make_unique<report::JsonReporter>(file(*options_.json)));
  if (options_.junit)
    reporters_.push_back(std::make_unique<report::JunitReporter>(file(*options_.junit), junit_facts()));
}

std::string& RunReporters::file(const std::string& destination) {
  files_.push_back({destination, std::make_unique<std::string>()});
  return *files_.back().text;
}

void RunReporters::add_github(std::ostream& people) {
  const char* github_summary = environment_variable("GITHUB_STEP_SUMMARY");
  summary_path_ = github_summary == nullptr ? "" : github_summary;
  std::ostream* summary = summary_path_.empty() ? nullptr : &summary_;
  reporters_.push_back(std::make_unique<report::GithubReporter>(people, summary, random_token()));
}

void RunReporters::add_terminal(std::ostream& people) {
  const util::TerminalFacts facts =
      util::terminal_facts(options_.takes_stdout() ? STDERR_FILENO : STDOUT_FILENO);
  const report::TerminalOptions terminal{util::use_color(options_.color, facts), util::use_live_line(facts),
                                         util::output_width(facts)};
  reporters_.push_back(std::make_unique<report::TerminalReporter>(people, terminal));
}

void RunReporters::begin(const report::RunInfo& run) {
  for (const auto& reporter : reporters_) reporter->begin(run);
}

pipeline::GradeEvents RunReporters::events() {
  return {[this](const std::string& exercise, const std::string& what) {
            for (const auto& reporter : reporters_) reporter->progress(exercise, what);
          },
          [this](const model::ExerciseResult& result) {
            for (const auto& reporter : reporters_) reporter->finished(result);
          }};
}

void RunReporters::end(const model::Report& report) {
  for (auto reporter = reporters_.rbegin(); reporter != reporters_.rend(); ++reporter)
    (*reporter)->end(report);
}

void RunReporters::write_files() const {
  std::string problems;
  const auto attempt = [&](const std::function<void()>& write) {
    try {
      write();
    } catch (const util::GraderError& error) {
      problems += (problems.empty() ? "" : "\n") + std::string(error.what());
    }
  };
  for (const File& file : files_) attempt([&] { write_report(file.destination, *file.text); });
  if (!summary_path_.empty()) attempt([&] { append_report(summary_path_, summary_.view()); });
  if (!problems.empty()) throw util::GraderError(problems);
}

}  // namespace grader::cli
