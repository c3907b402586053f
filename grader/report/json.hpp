#pragma once

#include <string>

#include "report/bounds.hpp"
#include "report/reporter.hpp"

namespace grader::report {

/// results.json, format version 1, as schemas/results.schema.json describes it. Always valid UTF-8 without
/// control characters and always below 8 MiB; what was left out for that is said in a `note`.
std::string results_json(const model::Report& report, std::size_t largest = kLargestFile);

/// The file's text, in `text` at the end: megabytes, which a stream would hold several times.
class JsonReporter : public Reporter {
 public:
  explicit JsonReporter(std::string& text) : text_(text) {}
  void end(const model::Report& report) override;

 private:
  std::string& text_;
};

}  // namespace grader::report
