#pragma once

#include <string>
#include <vector>

#include "report/reporter.hpp"
#include "report/style.hpp"

namespace grader::report {

/// Brief is for places that have little room; the rest is in the other reports of the run.
enum class Detail { full, brief };

/// What an explanation needs beside the result.
struct Surroundings {
  RunInfo run;
  std::size_t width = 100;
  Style style;
  Detail detail = Detail::full;
};

/// Why a check failed, in numbers, as lines without indentation: a heading with how many inputs failed, one
/// of them (the smallest that was found), expected and actual values or both sides of a property under each
/// other, the message, and the command that runs it again. The result is a readable() one. Hidden checks have
/// a heading and nothing else.
std::vector<std::string> explain(const model::ExerciseResult& exercise, const model::CheckResult& check,
                                 const Surroundings& surroundings);

/// "wrong answer": a verdict in words.
std::string in_words(model::Verdict verdict);

/// The file of a submission that an exercise's solution is in.
std::string solution_file(const std::string& submission, const std::string& id, const std::string& extension);

/// "grader eval topic/name --impl student --case random#12".
std::string eval_command(const RunInfo& run, const std::string& id, const std::string& input);

}  // namespace grader::report
