#pragma once

#include <filesystem>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace grader::util {

/// A place in a text file. Lines and columns count from 1, columns in bytes as compilers do; 0 means that the
/// whole file (line) or the whole line (column) is meant.
struct Location {
  std::filesystem::path file;
  int line = 0;
  int column = 0;
};

/// One mistake in a file that somebody wrote by hand.
struct Diagnostic {
  Location where;
  std::string message;      // what is wrong, one line
  std::string source_line;  // the line it is on, empty where there is none to show
  std::string hint;         // what to do next ("did you mean 'gamma'?"), empty where nothing is known
};

/// The usual form of compilers:
///
///     exercises/a/b.yaml:12:7: error: unknown key 'parms'
///         parms: {x: float}
///         ^
///       did you mean 'params'?
///
/// Tabs are kept in the caret's line, so that it stands under the right column; long lines are cut around it.
std::string render(const Diagnostic& diagnostic);
std::string render(const std::vector<Diagnostic>& diagnostics);

/// A specification with mistakes: all of them, in the order in which they stand in the file. Exit code 2.
class SpecError : public std::runtime_error {
 public:
  explicit SpecError(std::vector<Diagnostic> diagnostics);
  const std::vector<Diagnostic>& diagnostics() const { return diagnostics_; }

 private:
  std::vector<Diagnostic> diagnostics_;
};

/// Line `number` (from 1) of `text` without its end of line; empty where there is no such line.
std::string line_of(std::string_view text, int number);

}  // namespace grader::util
