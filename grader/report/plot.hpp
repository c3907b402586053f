#pragma once

#include <string>
#include <vector>

namespace grader::report {

/// A curve through numbers at equal distances, with its largest and smallest value and the numbers' places:
///
///      4.2 ┤•
///          ┤ ··•
///      0.7 ┤    ···•
///          └────────
///           0      2
///
/// What is not finite leaves a gap. At most `width` columns wide.
std::vector<std::string> plot(const std::vector<double>& values, std::size_t width);

}  // namespace grader::report
