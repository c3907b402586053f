#pragma once

#include <string>
#include <utility>
#include <vector>

#include "model/type.hpp"

namespace grader::judge {

/// A student's result beside the reference's on one input.
struct Observation {
  model::Bindings sizes;                                // symbols and int parameters
  std::vector<std::pair<std::string, double>> scalars;  // float parameters without axes
  model::Value actual;
  model::Value expected;
};

/// One simple formula for how wrong results come from right ones, where it holds for every element of every
/// observation: "yours = 0.7071 × expected everywhere = sqrt((D-1)/D), D = 2" with the numbers of the last
/// observation, which is the one that is shown; the number alone where no formula is sure ("yours = 2 ×
/// expected everywhere"); "yours = -expected everywhere", "yours = expected + 1 everywhere", "yours =
/// expected transposed", "yours = expected with its rows reversed". Empty where nothing fits or too little
/// was seen: a name is used only where it had two values at least.
///
/// Fields of records are looked at one by one; those that agree everywhere are passed over, and all others
/// must show the same. What is not a float must be equal.
std::string closed_form(const std::vector<Observation>& observations);

}  // namespace grader::judge
