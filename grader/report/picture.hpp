#pragma once

#include <string>
#include <vector>

#include "model/report.hpp"
#include "report/style.hpp"

namespace grader::report {

/// Expected and actual values under each other, with the wrong elements marked by ^ (and by colour):
///
///               [0,0]     [0,1]
///     expected  -0.99998  0.99998
///     yours     -0.70710  0.70710
///               ^^^^^^^^  ^^^^^^^
///
/// Arrays of several rows get a pair of lines for each row that differs. Of large arrays only what is around
/// the worst element is shown, as much of it as fits into `width` columns. Texts are shown from a little
/// before the place where they part; values of different shapes on one line each.
std::vector<std::string> picture(const model::Difference& difference, std::size_t width, const Style& style);

}  // namespace grader::report
