#pragma once

#include <string>

#include "model/value.hpp"

namespace grader::report {

/// A value on one line, as numpy would nest it: "[[0, 1], [2, 3]]". Numbers in full, so that they can be
/// typed in again; large arrays by their first and last elements and their shape: "[0, 1, 2, …, 97, 98, 99]
/// (100)". Strings are quoted, records are "{mean: 2, variance: 0.5}", an optional without a value is "none".
std::string value_text(const model::Value& value);

/// "2.5": points with as many decimals as they need, two at most.
std::string points_text(double points);

/// "1 input", "3 inputs".
std::string count_text(model::Index count, const std::string& one);

}  // namespace grader::report
