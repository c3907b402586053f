#include <fmt/format.h>

#include "cli/sample.hpp"
#include "cli/scaffold.hpp"

namespace grader::cli {
namespace {

constexpr const char* kQuestions = R"(difficulty: 1   # stars, 1 to 3
points: 1
tags: []
kind: questions
statement: |
  TODO say what the questions are about and what they take for granted. Markdown, formulas in $…$.
hints:   # shown one at a time, from a nudge to nearly the solution
  - TODO a first nudge
takeaway: TODO what to remember, shown when it passes

questions:
  - id: which
    prompt: TODO a question with one right option
    type: choice   # choices: several are right; number; text: a person marks it
    options:
      a: TODO what is right
      b: TODO what somebody believes who has not understood one thing
      c: TODO what somebody believes who has not understood another
  - id: how-many
    prompt: TODO a question for a number, such as how many parameters a layer of 3 × 2 weights has
    type: number
    tolerance: {rtol: 1e-3, atol: 0}
    # points: 2   # the weight among the questions
)";

constexpr const char* kKey =
    R"(# What is right, and what is said to whoever answers otherwise. It speaks of what was answered, and never of
# what is right: a reader who is wrong must think again.
which:
  answer: a
  explanation:
    a: TODO why it is right
    b: TODO what is wrong about it
    c: TODO what is wrong about it
how-many:
  answer: 6
  explanation:   # of typical wrong numbers
    5: TODO what was confused to get it
)";

}  // namespace

std::string scaffold_questions(const std::string& title) {
  return fmt::format("format_version: 1\ntitle: {}\n", yaml_text(title)) + kQuestions;
}

std::string scaffold_key() { return kKey; }

}  // namespace grader::cli
