#pragma once

#include <vector>

#include "judge/implementation.hpp"
#include "judge/inputs.hpp"
#include "model/report.hpp"

namespace grader::judge {

/// The parts of a right result that the exercise wants to be seen, each of the first input of its case;
/// `answers` are those of `inputs`. A part without an answer is a text that says why.
std::vector<model::ShownPart> shown_parts(const model::Exercise& exercise,
                                          const std::vector<const model::Function*>& used,
                                          const std::vector<Input>& inputs,
                                          const std::vector<model::Outcome>& answers, Implementation& subject,
                                          References& references);

}  // namespace grader::judge
