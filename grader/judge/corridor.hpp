#pragma once

#include "judge/compare.hpp"

namespace grader::judge {

/// How far a result is from what is expected, in units of the tolerance: the largest |a - e| ÷ (atol +
/// rtol·|e|) over the compared floats. Infinite where shapes or anything but floats differ, or one side is
/// not finite; 0 where nothing is compared. At most 1 passes.
double distance(const model::Value& actual, const model::Value& expected, const Rules& rules);

/// The same for floats alone: other parts, and arrays whose shapes differ, are left out.
double float_distance(const model::Value& actual, const model::Value& expected, const Rules& rules);

}  // namespace grader::judge
