#pragma once

#include <filesystem>
#include <nlohmann/json.hpp>
#include <string>

#include "model/exercise.hpp"

namespace grader::cli {

/// Everything a student has to know of an exercise, wrapped for a terminal: the statement, the function,
/// examples with inputs and results, tolerance and limits, or the questions, and the file to edit. Of hidden
/// cases only the names are told.
std::string exercise_page(const model::Exercise& exercise, const std::filesystem::path& submission,
                          std::size_t width);

/// The same for programs; the statement stays Markdown.
nlohmann::ordered_json exercise_json(const model::Exercise& exercise,
                                     const std::filesystem::path& submission);

}  // namespace grader::cli
