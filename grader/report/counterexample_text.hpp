#pragma once

#include <string>
#include <vector>

#include "report/explain.hpp"

namespace grader::report {

/// The input on which a check failed, as lines without indentation: its name or that it is the smallest one
/// found, where it came from, and its values.
std::vector<std::string> input_text(const model::CheckResult& check, const Surroundings& surroundings);

/// What came out on it: expected and actual values, or both sides of a property's comparison.
std::vector<std::string> outcome_text(const model::Counterexample& example, const Surroundings& surroundings);

/// The command that runs the input again; of one that was made smaller, the input that it was made from.
std::string again_text(const model::Counterexample& example, const std::string& exercise,
                       const Surroundings& surroundings);

}  // namespace grader::report
