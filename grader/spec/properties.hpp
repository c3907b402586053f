#pragma once

#include <vector>

#include "language/property.hpp"
#include "model/exercise.hpp"
#include "spec/cases.hpp"
#include "spec/read.hpp"
#include "spec/yaml.hpp"

namespace grader::spec {

/// A property as far as it could be read, beside the node that says where its parts stand.
struct ReadProperty {
  model::Property property;
  PropertyPlaces places;
  const Node* node = nullptr;
  bool complete = false;  // it makes sense to look for mistakes in its texts
};

/// Reads the list `properties:`. `tolerance` is the exercise's. What the texts say is not looked at: for that
/// the functions of `uses:` must be known.
std::vector<ReadProperty> read_properties(const Node& node, const std::vector<ReadCase>& cases,
                                          const model::Tolerance& tolerance, Problems& problems);

/// Names, types and sizes in the texts of a property.
void check_property(const model::Property& property, const PropertyPlaces& places,
                    const language::Scope& scope, Problems& problems);

}  // namespace grader::spec
