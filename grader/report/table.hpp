#pragma once

#include <string>
#include <vector>

#include "model/value.hpp"
#include "report/style.hpp"

namespace grader::report {

/// An array as a table shows it, on a line of its own in each row.
struct TableSide {
  std::string name;
  const model::Tensor* values = nullptr;
  bool in_question = true;  // its marked elements get the colour, too
};

/// What stands under each other: one array, or two of the same shape; a single number beside an array stands
/// once, below it. No array is empty.
struct TableContent {
  std::vector<TableSide> sides;
  std::vector<bool> marked;  // per element; what there is to look at
  model::Index worst = 0;    // the element that is shown in any case
  bool merge = true;         // the sides agree where nothing is marked: such rows stand once, as "both"
};

/// The last axis across, all others down, marked elements with ^ below them (and in colour):
///
///               [0,0]     [0,1]
///     expected  -0.99998  0.99998
///     yours     -0.70710  0.70710
///               ^^^^^^^^  ^^^^^^^
///
/// Of large arrays only what is around the worst element is shown, as much of it as fits into `width`
/// columns.
std::vector<std::string> table(const TableContent& content, std::size_t width, const Style& style);

}  // namespace grader::report
