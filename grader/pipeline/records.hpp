#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "model/exercise.hpp"
#include "model/report.hpp"

/// Results, exercises and keys of questions as bytes that the same is made of again, with every digit. For
/// this program on this machine: another one may lay them out differently. Bytes that are no record become
/// nothing.
namespace grader::pipeline {

std::string to_record(const model::ExerciseResult& result);
std::optional<model::ExerciseResult> result_from(std::string_view record);

/// Without the place of its file.
std::string to_record(const model::Exercise& exercise);
std::optional<model::Exercise> exercise_from(std::string_view record);

std::string to_record(const model::AnswerKey& key);
std::optional<model::AnswerKey> answer_key_from(std::string_view record);

}  // namespace grader::pipeline
