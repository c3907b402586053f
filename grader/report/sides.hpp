#pragma once

#include <optional>
#include <vector>

#include "model/report.hpp"

namespace grader::report {

/// Both sides of a property's comparison, made ready to stand under each other: broadcast to one shape as
/// numpy does (a single number stays one), with the elements marked for which the comparison does not hold.
struct Sides {
  model::Tensor left;
  model::Tensor right;
  std::vector<bool> marked;
  model::Index worst = 0;
  bool agree = false;  // where nothing is marked the sides are the same up to the tolerance
};

/// Nothing where the sides are no arrays, are empty, do not go together or would grow large. "~=" needs the
/// judge's own difference, who alone knows the tolerance; without it nothing is marked, as with "!~", which
/// asks for a difference that is nowhere.
std::optional<Sides> sides_of(const model::Relation& relation, const model::Difference* difference);

}  // namespace grader::report
