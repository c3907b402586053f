#pragma once

#include <memory>
#include <optional>
#include <ostream>
#include <sstream>
#include <string>
#include <vector>

#include "pipeline/grade.hpp"
#include "report/reporter.hpp"
#include "util/terminal.hpp"

namespace grader::cli {

/// Which reports a run is to give.
struct ReportOptions {
  std::optional<std::string> json;
  std::optional<std::string> junit;
  bool github = false;
  util::ColorChoice color = util::ColorChoice::automatic;

  /// Somebody wants standard output for a report; people then read standard error.
  bool takes_stdout() const { return json == "-" || junit == "-"; }
};

/// All reporters of a run as one. Files are written after the last exercise, so that a run that ends early
/// leaves no half a file.
class RunReporters {
 public:
  explicit RunReporters(const ReportOptions& options);

  void begin(const report::RunInfo& run);
  pipeline::GradeEvents events();
  void end(const model::Report& report);
  /// Throws util::GraderError naming every file that could not be written; the others are.
  void write_files() const;

 private:
  struct File {
    std::string destination;
    std::unique_ptr<std::string> text;  // which a reporter writes to
  };

  std::string& file(const std::string& destination);
  void add_github(std::ostream& people);
  void add_terminal(std::ostream& people);

  ReportOptions options_;
  std::vector<File> files_;
  std::string summary_path_;  // of GitHub's step summary
  std::ostringstream summary_;
  std::vector<std::unique_ptr<report::Reporter>> reporters_;
};

}  // namespace grader::cli
