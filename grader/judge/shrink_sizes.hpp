#pragma once

#include "judge/shrink_search.hpp"

namespace grader::judge {

/// Makes symbols, int parameters, axes `_`, lists and strings shorter, one name after the other: halves,
/// smaller pieces, then single indices. What is not allowed alone is tried with what it drags along.
void shrink_sizes(const model::Function& function, Search& search);

}  // namespace grader::judge
