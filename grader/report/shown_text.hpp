#pragma once

#include <string>
#include <vector>

#include "model/report.hpp"

namespace grader::report {

/// A part of a right result as lines without indentation: its title, and below it the curve, the text with a
/// bar before each line, or the table of names and values.
std::vector<std::string> shown_text(const model::ShownPart& part, std::size_t width);

}  // namespace grader::report
