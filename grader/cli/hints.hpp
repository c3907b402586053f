#pragma once

#include <optional>
#include <string>

#include "cli/hint_state.hpp"
#include "course/course.hpp"

namespace grader::cli {

/// The hints of one exercise with the memory of how many were shown, for `hint` and `watch`.
class Hints {
 public:
  Hints(const course::Course& course, const model::Exercise& exercise);

  std::size_t seen() const { return seen_; }
  /// Remembers it. Where that fails (a read-only home) it says so on standard error and goes on.
  void set_seen(std::size_t count);

 private:
  std::string course_;
  std::string exercise_;
  std::size_t seen_ = 0;
};

/// The next hint with what is left, wrapped for reading; remembers that it was shown. `how` says how to get
/// another one: "grader hint layer_norm", or a key.
std::string next_hint_text(const course::Course& course, const model::Exercise& exercise, std::size_t width,
                           const std::string& how);

/// "Hint 2 of 4" and the hint.
std::string hint_text(const model::Exercise& exercise, std::size_t index, std::size_t width);

}  // namespace grader::cli
