#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <vector>

namespace grader::cli {

/// An answer in results.json that a person marks.
struct TextAnswer {
  std::string exercise;
  std::string question;
  std::string prompt;
  std::string answer;
  double max_score = 0;
  bool is_marked = false;

  std::string id() const { return exercise + "/" + question; }
};

/// What `grader run --json` wrote, and what marking changes in it. All that is not about marks stays as it
/// is.
class ResultsFile {
 public:
  /// Throws util::UsageError where the text is not the results of a run; `name` is the file's in messages.
  ResultsFile(const std::string& name, const std::string& text);

  const std::vector<TextAnswer>& texts() const { return texts_; }
  std::size_t awaiting() const;

  /// Gives points to a text that is among texts(), and adds up its exercise and the whole again. Throws
  /// util::UsageError where they are not between 0 and its max_score. A comment takes the place of the
  /// check's message.
  void settle(const std::string& id, double points, const std::string& comment);

  /// "5.5 / 8".
  std::string score() const;
  std::string text() const;

 private:
  nlohmann::ordered_json& exercise_of(const TextAnswer& text);
  void add_up();

  nlohmann::ordered_json json_;
  std::vector<TextAnswer> texts_;
};

}  // namespace grader::cli
