#pragma once

#include <string>
#include <string_view>

#include "report/reporter.hpp"

namespace grader::report {

/// Text as Markdown that means nothing but itself, on one line, also as a cell of a table.
std::string markdown_text(std::string_view text);

/// A code block whose fence is longer than any run of backticks inside.
std::string markdown_block(std::string_view text);

/// The summary of a run as Markdown: score, a table of the exercises, an explanation of each failure. Below 1
/// MiB, which is the most that GitHub takes.
std::string step_summary(const model::Report& report, const RunInfo& run);

}  // namespace grader::report
