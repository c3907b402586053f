#pragma once

#include <iosfwd>
#include <string>

#include "report/explain.hpp"
#include "report/reporter.hpp"

namespace grader::report {

struct TerminalOptions {
  bool color = false;
  bool live = false;  // a line that says what is being worked on, overwritten in place
  std::size_t width = 100;
};

/// For people: a line for each exercise, an explanation of each failure, what the student's code printed, the
/// score and what to do next. Nothing that a student wrote reaches the terminal as a command.
class TerminalReporter : public Reporter {
 public:
  TerminalReporter(std::ostream& out, const TerminalOptions& options);
  void begin(const RunInfo& run) override;
  void progress(const std::string& exercise, const std::string& what) override;
  void finished(const model::ExerciseResult& result) override;
  void end(const model::Report& report) override;

 private:
  void erase_live_line();
  void print(const std::string& line, std::size_t indent);

  std::ostream& out_;
  TerminalOptions options_;
  Surroundings around_;
  std::size_t done_ = 0;
  std::size_t live_width_ = 0;
};

}  // namespace grader::report
