#pragma once

#include <cstddef>
#include <optional>
#include <string>

#include "judge/compare.hpp"
#include "judge/inputs.hpp"

namespace grader::judge {

/// How much is kept of what a solution threw.
inline constexpr std::size_t kMessageBytes = 4096;

/// How a check fails on one input.
struct Failed {
  model::Verdict verdict = model::Verdict::wrong_answer;
  std::string message;
  model::Counterexample counterexample;
};

/// Holds the outcome of a call against what was expected; nothing where it is right.
std::optional<Failed> judge_case(const model::Exercise& exercise, const Input& input,
                                 const model::Outcome& outcome);

/// The failure of a call, as one of the check.
Failed failed_call(const Input& input, const model::CallFailure& failure);

/// Whether a smaller input shows the same mistake: the same verdict, in the same part of the result, by the
/// same exception or signal.
bool same_failure(const Failed& a, const Failed& b);

/// How an implementation fails that was called twice with one input and answered differently.
std::optional<Failed> judge_repetition(const model::Exercise& exercise, const Input& input,
                                       const model::Outcome& first, const model::Outcome& second);

/// Whether a call was ended by a limit on time, memory or output.
bool is_limit(model::Verdict verdict);

}  // namespace grader::judge
