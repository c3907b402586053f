#pragma once

#include <compare>
#include <cstdint>

#include "model/value.hpp"

namespace grader::judge {

/// How much there is to read in an input: first how many parts, then how hard the numbers are, then whether
/// they are in order.
struct Measure {
  std::uint64_t parts = 0;     // numbers, characters, items of lists, optionals that are there
  std::uint64_t numbers = 0;   // the sum of their costs; a vector of ones counts as a single 1
  std::uint64_t disorder = 0;  // how often a number is smaller than the one before
  auto operator<=>(const Measure&) const = default;
};

Measure measure(const model::Arguments& arguments);

/// What it costs to read an element: 0, 1, -1 cost least, then those of few digits and characters, then the
/// smallest.
std::uint64_t cost(const model::Tensor& tensor, model::Index flat);

}  // namespace grader::judge
