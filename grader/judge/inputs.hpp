#pragma once

#include <optional>
#include <string>
#include <vector>

#include "judge/implementation.hpp"
#include "model/exercise.hpp"

namespace grader::judge {

/// One input of a case and what it is held against.
struct Input {
  const model::Case* test_case = nullptr;
  std::string name;  // what `--case` takes: "worked-example", "random#12"
  model::Arguments arguments;
  model::Bindings bindings;
  std::optional<model::Value> expected;  // nothing where nothing of the result is compared
};

/// Whether what is expected is what the reference returned: what a specification writes down may be rounded.
bool is_exact(const Input& input);

/// How many inputs a case has.
model::Index input_count(const model::Case& test_case);

/// Input number `index` of a case. What is expected is the value in the specification, with which the
/// reference must agree, else the reference's; where the exercise compares nothing, the reference is not
/// asked. Throws util::GraderError where it fails or does not agree.
Input make_input(const model::Exercise& exercise, const model::Case& test_case, std::uint64_t seed,
                 model::Index index, Implementation& reference);

/// The same with other arguments, as in a smaller input; nothing where they do not fit the signature or the
/// reference has no good answer (it throws, or returns nan or inf where the case does not say `nan: equal`).
std::optional<Input> make_input(const model::Exercise& exercise, const model::Case& test_case,
                                model::Arguments arguments, Implementation& reference);

}  // namespace grader::judge
