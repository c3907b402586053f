#pragma once

#include <filesystem>
#include <string_view>

#include "model/exercise.hpp"
#include "model/report.hpp"

namespace grader::pipeline {

/// Judges a student's answers, `text`, each as a check of its own. What is wrong with one of them is said in
/// its check, what is wrong with the file in the result's message; `file` is its name there. Scores are not
/// its work.
void judge_answers(const model::Exercise& exercise, const model::AnswerKey& key,
                   const std::filesystem::path& file, std::string_view text, model::ExerciseResult& result);

}  // namespace grader::pipeline
