#pragma once

#include <functional>
#include <string>
#include <vector>

#include "model/exercise.hpp"

namespace grader::codegen {

// What the texts around a solution share, whether it is compiled alone or with others.

/// codegen::header with other linker names for the functions of `uses:`, by the id of the exercise.
using SymbolOfUsed = std::function<std::string(const std::string& id)>;
std::string header(const model::Exercise& exercise, const std::vector<const model::Exercise*>& used,
                   const SymbolOfUsed& symbol_of_used);

/// The macro that is defined where a record is.
std::string record_guard(const std::string& record);

/// Defines `symbol` as a call of the exercise's function in the namespace `space`, "" for the global one, by
/// whichever form of the signature it has there.
std::string binding(const model::Exercise& exercise, const std::string& space, const std::string& symbol);

}  // namespace grader::codegen
