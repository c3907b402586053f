#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "judge/closed_form.hpp"

namespace grader::judge {

/// An array of floats of one observation, beside what was expected there.
struct Sample {
  std::size_t observation = 0;
  const model::Tensor* actual = nullptr;
  const model::Tensor* expected = nullptr;
};
using Samples = std::vector<Sample>;

/// The arrays of each field ("", "normalized", "blocks[].w1") over all observations, those left out that
/// agree everywhere. Nothing where the results cannot be held against each other: other types, other numbers
/// of items, whole numbers or texts that differ, numbers that are not finite.
std::optional<std::map<std::string, Samples>> differing_samples(const std::vector<Observation>& observations);

/// What rounding may do to an element, relative to it.
double rounding_of(const model::Tensor& tensor);

/// The largest size of an element; 0 for an empty array.
double scale_of(const model::Tensor& tensor);

/// What rounding may do to an element however small it is: what is below this beside the others is 0.
double noise_of(const model::Tensor& tensor);

}  // namespace grader::judge
