#pragma once

#include <filesystem>
#include <map>
#include <string>

namespace grader::cli {

/// How many hints of each exercise somebody has seen, by course, kept between runs in one small JSON file:
///
///     {"format_version": 1, "courses": {"/home/ada/course": {"layer_norm/layer_norm": 2}}}
class HintState {
 public:
  /// A file that is missing or damaged is a fresh start: hints are not worth an error.
  static HintState parse(const std::string& text);
  std::string text() const;

  std::size_t seen(const std::string& course, const std::string& exercise) const;
  void set(const std::string& course, const std::string& exercise, std::size_t count);

 private:
  std::map<std::string, std::map<std::string, std::size_t>> courses_;
};

/// What `hint` shows: hints first to last (counted from 0, last excluded), and what is then known to be seen.
struct HintStep {
  std::size_t first = 0;
  std::size_t last = 0;
  std::size_t seen = 0;
};

/// One more hint than was seen; nothing new where there is none.
HintStep next_hint(std::size_t seen, std::size_t available);

}  // namespace grader::cli
