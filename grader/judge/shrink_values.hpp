#pragma once

#include "judge/shrink_search.hpp"

namespace grader::judge {

/// Leaves out optionals, one at a time.
void drop_optionals(Search& search);

/// Whole arrays become zeros, ones, a ramp, an identity, or all equal.
void simplify_arrays(Search& search);

/// Elements become 0, 1, -1, a whole number or one of fewer digits: all of an array at once where that fails
/// as well, else halves of them, and so on to single ones.
void simplify_elements(Search& search);

}  // namespace grader::judge
