#pragma once

#include <vector>

#include "model/exercise.hpp"
#include "spec/values.hpp"
#include "spec/yaml.hpp"

namespace grader::spec {

/// What the cases of one exercise have in common.
struct CaseContext {
  const model::Function* function =
      nullptr;                  // nullptr where it could not be read; values are not looked at then
  bool has_sound_sizes = true;  // of the function; conditions can be checked
  model::Tolerance tolerance;
  DataFolder folder;
};

/// A case as far as it could be read, beside the node that says where its parts stand.
struct ReadCase {
  model::Case test_case;
  const Node* node = nullptr;
  bool complete = false;  // its source was read; validation makes sense
};

/// Reads the list `cases:`. Whether values fit the signature is validate.hpp's to see.
std::vector<ReadCase> read_cases(const Node& node, const CaseContext& context, Problems& problems);

}  // namespace grader::spec
