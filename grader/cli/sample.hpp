#pragma once

#include <string>

#include "model/type.hpp"

namespace grader::cli {

/// Small inputs that fit a signature, for the first case of a new exercise: different symbols get different
/// sizes, numbers count up.
struct Sample {
  model::Bindings sizes;  // of symbols, int parameters and lengths
  model::Arguments arguments;
};

/// Throws util::UsageError where no small sizes satisfy every type.
Sample make_sample(const model::Function& function);

/// A value as YAML on one line: [[1, 2], [3, 4]], {a: 1, b: "text"}, null.
std::string yaml_value(const model::Value& value);

/// Text in double quotes, as YAML and JSON write it.
std::string yaml_text(const std::string& text);

}  // namespace grader::cli
