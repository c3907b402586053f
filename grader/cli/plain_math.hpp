#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace grader::cli {

/// A formula in LaTeX as it can be read on a terminal: "\frac{1}{D} \sum_j x_j^2" becomes "1/D Σ_j x_j²".
/// Knows what statements commonly use; of other commands the name stays. Never fails: unbalanced braces end
/// with the text.
std::string plain_math(std::string_view latex);

/// A displayed formula: the parts that \qquad sets apart, one a line.
std::vector<std::string> display_math(std::string_view latex);

}  // namespace grader::cli
