#pragma once

#include <string>
#include <string_view>

#include "model/exercise.hpp"

namespace grader::codegen {

// What stub() and is_untouched_stub() are for each kind of exercise.

/// C++ that compiles and has nothing to say.
std::string function_stub(const model::Exercise& exercise);
bool is_function_stub(std::string_view solution, const model::Exercise& exercise);

/// YAML with every question as comments and its id as a key without a value.
std::string answers_stub(const model::Exercise& exercise);
bool is_answers_stub(std::string_view answers, const model::Exercise& exercise);

}  // namespace grader::codegen
