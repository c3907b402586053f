#pragma once

#include <optional>
#include <set>
#include <string>
#include <vector>

namespace grader::cli {

/// What a key asks for.
enum class Key { none, next, previous, hint, again, all, show, help, quit };

Key key_of(char pressed);

/// What `watch` is to do next.
struct WatchStep {
  enum class Kind { wait, grade, grade_all, hint, show, help, quit };
  Kind kind = Kind::wait;
  std::string note{};  // to tell the student first ("this is the last exercise"); may be empty
  bool operator==(const WatchStep&) const = default;
};

/// Where a student is while `watch` runs, apart from terminals, files and grading: which exercise is looked
/// at, and what keys and saved files lead to.
class WatchState {
 public:
  /// `ids` in the course's order, at least one.
  explicit WatchState(std::vector<std::string> ids) : ids_(std::move(ids)) {}

  const std::string& current() const { return ids_[at_]; }
  const std::vector<std::string>& ids() const { return ids_; }
  std::size_t position() const { return at_; }

  WatchStep press(Key key);

  /// Goes to the exercise that was saved; where several were (a version control checkout), it stays with the
  /// current one if that is among them and else takes the first.
  WatchStep saved(const std::set<std::string>& ids);

  /// Goes to an exercise of the list.
  void go_to(const std::string& id);

 private:
  std::vector<std::string> ids_;
  std::size_t at_ = 0;
};

/// The exercise that a saved file is the solution of: "layer_norm/layer_norm.cpp" -> "layer_norm/layer_norm";
/// nothing for what editors leave behind (backups, swap files) and for headers.
std::optional<std::string> exercise_of_file(const std::string& file, const std::vector<std::string>& ids);

}  // namespace grader::cli
