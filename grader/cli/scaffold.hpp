#pragma once

#include <string>

#include "model/type.hpp"
#include "spec/read.hpp"

namespace grader::cli {

/// A new exercise as `grader new` writes it.
struct NewExercise {
  std::string id;
  std::string title;
  model::Function function;
  bool unnamed_result = false;  // `returns: {…}`: the record has no name of its own
};

/// A specification that is valid as it stands, with a written and a generated case, and comments that teach
/// its fields. Throws util::UsageError where the signature allows none.
std::string scaffold_spec(const NewExercise& exercise);

/// A reference that compiles and returns zeros of the right shape, clearly marked as to be written.
std::string scaffold_reference(const NewExercise& exercise);

/// A specification that asks two questions, and the key to them.
std::string scaffold_questions(const std::string& title);
std::string scaffold_key();

}  // namespace grader::cli
