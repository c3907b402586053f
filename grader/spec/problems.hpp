#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "util/diagnostic.hpp"

namespace grader::spec {

/// A place in the file being read, counted from 1 as in util::Location; 0 means the whole file.
struct Place {
  int line = 0;
  int column = 0;
  bool operator==(const Place&) const = default;
};

/// Collects the mistakes of one file, so that an author sees all of them in one go.
class Problems {
 public:
  Problems(std::filesystem::path file, std::string_view text) : file_(std::move(file)), text_(text) {}

  void add(Place where, std::string message, std::string hint = {});
  bool empty() const { return found_.empty(); }
  std::size_t count() const { return found_.size(); }
  std::string_view text() const { return text_; }
  const std::filesystem::path& file() const { return file_; }

  /// In the order of the file. A file with very many mistakes is cut short, and says so.
  std::vector<util::Diagnostic> take();

  /// Throws util::SpecError where there is any.
  void throw_if_any();

 private:
  std::filesystem::path file_;
  std::string_view text_;
  std::vector<util::Diagnostic> found_;
  std::size_t dropped_ = 0;
};

/// A piece of the author's text inside a message: in quotes, short, control characters made visible.
std::string in_quotes(std::string_view text);

/// "x, y and z".
std::string enumerate(const std::vector<std::string>& words);

/// "1 axis", "2 axes": messages count what they speak of.
std::string counted(std::size_t count, std::string_view one, std::string_view many);

}  // namespace grader::spec
