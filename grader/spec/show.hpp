#pragma once

#include <vector>

#include "language/property.hpp"
#include "model/exercise.hpp"
#include "spec/cases.hpp"
#include "spec/text_places.hpp"
#include "spec/yaml.hpp"

namespace grader::spec {

/// An item of `show:`, and where its expression stands.
struct ReadShow {
  model::Show show;
  TextPlaces places;
};

/// Reads the list `show:`, without those that could not be read. What the expressions say is not looked at:
/// for that the functions of `uses:` must be known.
std::vector<ReadShow> read_show(const Node& node, const std::vector<ReadCase>& cases, Problems& problems);

/// Names, types and sizes in the expression, and whether its value can be shown in this way.
void check_show(const model::Show& show, const TextPlaces& places, const language::Scope& scope,
                Problems& problems);

}  // namespace grader::spec
