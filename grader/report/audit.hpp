#pragma once

#include <nlohmann/json.hpp>
#include <string>

#include "model/audit.hpp"

namespace grader::report {

/// What an audit found out about one exercise, in two lines and one paragraph for each finding:
///
///     layer_norm/layer_norm   stub fails 14/14 checks   reference passes 1000 seeds   pitfalls 6/6
///     recognised
///       mutants 41/42 detected (1 waived: …)   tolerance 1e-9, corridor 3e-13 … 2e-6   every property kills
///       something
///
/// Of questions there is one line:
///
///     layer_norm/reading   stub fails 4/4 questions   key passes   wrong answers 9/9 explained
std::string audit_text(const model::ExerciseAudit& audit);

/// The same for programs; `findings` is empty for a good exercise.
nlohmann::ordered_json audit_json(const model::ExerciseAudit& audit);

}  // namespace grader::report
