#pragma once

#include <string>

#include "model/questions.hpp"
#include "model/report.hpp"

namespace grader::judge {

struct JudgedAnswer {
  model::Verdict verdict = model::Verdict::wrong_answer;
  std::string message;  // empty where it is right
};

/// What the key says of an option; empty for one that it does not know.
std::string explanation_of(const model::KeyEntry& key, const std::string& option);

/// Holds an answer of the question's type against the key. A wrong one is explained by what was answered, and
/// never by what is right: whoever reads it has to think again. A text awaits review.
JudgedAnswer judge_answer(const model::Question& question, const model::KeyEntry& key,
                          const model::Answer& answer);

}  // namespace grader::judge
