#pragma once

#include <string>
#include <vector>

#include "support.hpp"

/// Commands one after the other, written down as a terminal would show them, so that one committed file holds
/// all that a sequence of commands says.
namespace grader::e2e {

class Session {
 public:
  explicit Session(const Room& room) : room_(room) {}

  /// Runs the grader on the folder's course; the golden file tells the output and the exit code.
  Session& grader(const std::vector<std::string>& arguments, const std::string& input = "") {
    note(arguments, room_.grader(arguments, input));
    return *this;
  }
  /// The same without naming a course.
  Session& plain(const std::vector<std::string>& arguments) {
    note(arguments, room_.plain(arguments));
    return *this;
  }
  /// Shows a file of the folder.
  Session& file(const std::string& name) {
    text_ += "$ cat " + name + "\n" + (room_.has(name) ? room_.read(name) : "(not there)\n") + "\n";
    return *this;
  }

  std::string text() const { return normalized(room_, text_); }

 private:
  void note(const std::vector<std::string>& arguments, const Result& result) {
    text_ += "$ grader";
    for (const std::string& argument : arguments)
      text_ += " " + (argument.find_first_of(" '\"{}*?<>|;&#\n") == std::string::npos ? argument
                                                                                      : "'" + argument + "'");
    text_ += "\n" + result.out;
    std::istringstream errors(result.err);
    for (std::string line; std::getline(errors, line);) text_ += "err: " + line + "\n";
    text_ += "(exit " + std::to_string(result.status) + ")\n\n";
  }

  const Room& room_;
  std::string text_;
};

}  // namespace grader::e2e
