#pragma once

#include <string>

#include "model/value.hpp"

namespace grader::judge {

/// What differs between two values of the same type, on one line: "x[0,1]: 0 → 3, x[1,0]: 2 → 5 and 4 more";
/// where shapes differ, these: "x: 2×3 → 4×3". Empty where nothing differs.
std::string changes(const model::Value& before, const model::Value& after, const std::string& name);

/// The same for the arguments of two calls.
std::string changes(const model::Arguments& before, const model::Arguments& after);

}  // namespace grader::judge
