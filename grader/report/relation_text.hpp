#pragma once

#include <string>
#include <vector>

#include "model/report.hpp"
#include "report/explain.hpp"

namespace grader::report {

/// "f(x = x + 3) ~= out does not hold".
std::string does_not_hold(const model::Relation& relation);

/// What a property that fails compared, as lines without indentation: the comparison with what the names in
/// it stand for, and both sides as numbers under their own texts, those elements marked for which it does not
/// hold. The texts are readable() ones.
std::vector<std::string> relation_text(const model::Relation& relation,
                                       const std::vector<model::Difference>& differences,
                                       const Surroundings& surroundings);

/// The calls that were made and what changed between them, a line or a few for each.
std::vector<std::string> calls_text(const model::Relation& relation, const Surroundings& surroundings);

}  // namespace grader::report
