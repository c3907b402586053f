#pragma once

#include <vector>

#include "model/exercise.hpp"
#include "spec/yaml.hpp"

namespace grader::spec {

/// Which kind of exercise a specification is: what `kind:` says, else one with a function. Reports a word
/// that is none, keys of the other kind, and questions without their kind.
model::ExerciseKind read_kind(const Node& specification, Problems& problems);

/// The list `questions:`. `tolerance` is the exercise's.
std::vector<model::Question> read_questions(const Node& node, const model::Tolerance& tolerance,
                                            Problems& problems);

}  // namespace grader::spec
