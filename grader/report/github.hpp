#pragma once

#include <iosfwd>
#include <string>
#include <string_view>

#include "report/reporter.hpp"

namespace grader::report {

/// The data of a workflow command: "%", CR and LF escaped; in its properties also ":" and ",".
/// https://docs.github.com/en/actions/using-workflows/workflow-commands-for-github-actions
std::string escape_data(std::string_view text);
std::string escape_property(std::string_view text);

/// The line of the first error that a compiler's message places in `file_name`; 0 where there is none.
int error_line(const std::string& message, const std::string& file_name);

/// For a job on GitHub Actions: everything that is printed between begin and end is fenced, so that no line
/// of a student's is taken for a workflow command; then an annotation for each exercise that failed; then,
/// into a stream of its own, the step summary.
///
/// It has to hear begin before and end after every reporter that writes to the same stream. `token` is random
/// and unknown to submitted code.
class GithubReporter : public Reporter {
 public:
  /// `summary` may be null: no GITHUB_STEP_SUMMARY.
  GithubReporter(std::ostream& out, std::ostream* summary, std::string token);
  void begin(const RunInfo& run) override;
  void end(const model::Report& report) override;

 private:
  void annotate(const model::ExerciseResult& result);

  std::ostream& out_;
  std::ostream* summary_;
  std::string token_;
  RunInfo run_;
};

}  // namespace grader::report
