#pragma once

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <string>
#include <vector>

#include "util/text.hpp"

namespace grader::report {

/// Printable text that stays on its line.
inline std::string one_line(const std::string& text) { return util::printable(text, util::Newlines::escape); }

inline std::string join_lines(const std::vector<std::string>& lines) {
  return fmt::format("{}", fmt::join(lines, "\n"));
}

}  // namespace grader::report
