#pragma once

#include <vector>

#include "model/exercise.hpp"
#include "spec/yaml.hpp"

namespace grader::spec {

/// A pitfall as far as it could be read, and the place of its id.
struct ReadPitfall {
  model::Pitfall pitfall;
  Place place;
  bool has_id = false;  // one that can be a file's name
};

/// The list `pitfalls:`: known mistakes, each with an implementation of its own beside the reference.
std::vector<ReadPitfall> read_pitfalls(const Node& node, Problems& problems);

/// `pure: unchecked` or `checked`.
model::Purity read_purity(const Node& node, Problems& problems);

/// The mapping `audit:`.
model::AuditSettings read_audit(const Node& node, Problems& problems);

}  // namespace grader::spec
