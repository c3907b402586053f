#pragma once

#include <nlohmann/json.hpp>
#include <string>

#include "model/exercise.hpp"

namespace grader::cli {

/// The questions of an exercise as `show` tells them: prompts, options, how to answer. Nothing of the key.
std::string questions_text(const model::Exercise& exercise, std::size_t width);

/// The same for programs; prompts and options stay Markdown.
nlohmann::ordered_json questions_json(const model::Exercise& exercise);

/// "choice".
std::string to_string(model::QuestionType type);

}  // namespace grader::cli
