#pragma once

#include <optional>
#include <string>
#include <vector>

#include "judge/closed_form.hpp"

namespace grader::judge {

/// A formula over sizes and scalars that gives a number for each observation.
struct NamedNumber {
  double value = 0;  // in the last observation
  std::string text;  // "sqrt((D-1)/D)"
  std::string with;  // "D = 2"
};

/// What is to be explained: a number of an observation; there is none where all elements are 0.
struct SeenNumber {
  std::size_t observation = 0;
  double number = 0;
};

enum class Formulas {
  names,  // the names alone, as in "expected + eps"
  all,    // 1/n, sqrt(n), (n-1)/n, n*m, …
};

/// The simplest formula, or its negative, that gives each of the numbers up to `rounding`, every name in it
/// having at least two values where the numbers were seen; nothing where there is none.
std::optional<NamedNumber> named(const std::vector<Observation>& observations,
                                 const std::vector<SeenNumber>& numbers, double rounding, Formulas formulas);

}  // namespace grader::judge
