#pragma once

#include <iosfwd>
#include <string>

#include "report/bounds.hpp"
#include "report/reporter.hpp"

namespace grader::report {

/// results.json, format version 1, as schemas/results.schema.json describes it. Always valid UTF-8 without
/// control characters and always below 8 MiB; what was left out for that is said in a `note`.
std::string results_json(const model::Report& report, std::size_t largest = kLargestFile);

class JsonReporter : public Reporter {
 public:
  explicit JsonReporter(std::ostream& out) : out_(out) {}
  void end(const model::Report& report) override;

 private:
  std::ostream& out_;
};

}  // namespace grader::report
