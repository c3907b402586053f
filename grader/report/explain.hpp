#pragma once

#include <string>
#include <vector>

#include "report/reporter.hpp"
#include "report/style.hpp"

namespace grader::report {

/// What an explanation needs beside the result.
struct Surroundings {
  RunInfo run;
  std::size_t width = 100;
  Style style;
};

/// Why a check failed, in numbers, as lines without indentation: a heading with how many inputs failed, the
/// inputs of one of them, expected and actual values side by side, the message, and the command that runs it
/// again. The result is a readable() one. Hidden checks have a heading and nothing else.
std::vector<std::string> explain(const model::ExerciseResult& exercise, const model::CheckResult& check,
                                 const Surroundings& surroundings);

/// "wrong answer": a verdict in words.
std::string in_words(model::Verdict verdict);

/// The file of a submission that an exercise's solution is in.
std::string solution_file(const std::string& submission, const std::string& id);

/// "grader eval topic/name --impl student --case random#12".
std::string eval_command(const RunInfo& run, const std::string& id, const std::string& input);

}  // namespace grader::report
