#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace grader::cli {

/// Markdown with formulas in $…$ as lines for a terminal of `width` columns: paragraphs and list items
/// wrapped, code and tables as they stand, formulas in plain signs, displayed ones indented. What is no
/// Markdown stays text.
std::string render_markdown(std::string_view markdown, std::size_t width);

}  // namespace grader::cli
