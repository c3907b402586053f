#pragma once

#include <string>

#include "report/bounds.hpp"
#include "report/reporter.hpp"

namespace grader::report {

/// What the file needs beside the results; given, so that a test can compare the whole file.
struct JunitFacts {
  std::string timestamp;  // "2024-05-01T12:00:00": ISO 8601 without a zone
  std::string hostname;   // "localhost" where it is not known
};

/// The file that CI systems read, after https://github.com/windyroad/JUnit-Schema: one testsuite for each
/// exercise, one testcase for each of its checks. A wrong answer is a failure; code that does not compile,
/// and what the grader could not judge, is an error; a TODO and what awaits review is skipped. Always legal
/// XML and below 8 MiB.
std::string junit_xml(const model::Report& report, const JunitFacts& facts,
                      std::size_t largest = kLargestFile);

/// The file's text, in `text` at the end.
class JunitReporter : public Reporter {
 public:
  JunitReporter(std::string& text, JunitFacts facts) : text_(text), facts_(std::move(facts)) {}
  void begin(const RunInfo& run) override { run_ = run; }
  void end(const model::Report& report) override;

 private:
  std::string& text_;
  JunitFacts facts_;
  RunInfo run_;
};

}  // namespace grader::report
