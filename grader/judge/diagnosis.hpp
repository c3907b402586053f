#pragma once

#include <vector>

#include "judge/inputs.hpp"

namespace grader::judge {

/// Whether two implementations answered every input alike: within the tolerance of its case, every field of a
/// record, whatever `compare:` says; or failed with the same verdict. Never on part of the inputs.
bool same_answers(const model::Exercise& exercise, const std::vector<Input>& inputs,
                  const std::vector<model::Outcome>& a, const std::vector<model::Outcome>& b);

/// Whether the reference would be told from this implementation on some input.
bool differs_from_expected(const model::Exercise& exercise, const std::vector<Input>& inputs,
                           const std::vector<model::Outcome>& outcomes);

/// The known mistake behind an implementation's answers: the number of the one pitfall that answers every
/// input alike and differs from the reference on some. Nothing where there is none or more than one, so that
/// nobody is told of a mistake that is not theirs.
std::optional<std::size_t> diagnose(const model::Exercise& exercise, const std::vector<Input>& inputs,
                                    const std::vector<model::Outcome>& answers,
                                    const std::vector<std::vector<model::Outcome>>& pitfalls);

/// One formula between the answers and what was expected on all inputs that may be shown, in the numbers of
/// `shown` (a counterexample of a case); empty where there is none. See closed_form.hpp.
std::string closed_form(const model::Exercise& exercise, const std::vector<Input>& inputs,
                        const std::vector<model::Outcome>& answers, const model::Counterexample& shown);

}  // namespace grader::judge
