#pragma once

#include "model/exercise.hpp"
#include "spec/yaml.hpp"

namespace grader::spec {

/// Fields that course.yaml, an exercise and (for the tolerance) a case share. What is left out, or wrong,
/// keeps the value of the next outer level.
model::Tolerance read_tolerance(const Node& node, model::Tolerance outer, Problems& problems);
model::Limits read_limits(const Node& node, model::Limits outer, Problems& problems);
model::Scoring read_scoring(const Node& node, model::Scoring outer, Problems& problems);

/// `points` of an exercise or a case: 0 or more.
double read_points(const Node& node, double otherwise, Problems& problems);

}  // namespace grader::spec
