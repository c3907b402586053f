#pragma once

#include <functional>
#include <set>
#include <string>
#include <vector>

#include "model/type.hpp"

namespace grader::spec {

/// Every dimension of a type, those inside lists, optionals and records too.
void for_each_dim(const model::Type& type, const std::function<void(const model::Dim&)>& use);

/// Every name inside a dimension: symbols and int parameters, not what `len()` measures.
void for_each_name(const model::Dim& dim, const std::function<void(const std::string&)>& use);

/// What `len()` is asked of inside a dimension.
void for_each_length(const model::Dim& dim, const std::function<void(const std::string&)>& use);

/// Symbols of the function's parameters: names that are no parameters. They need a size before inputs can be
/// made.
std::set<std::string> symbols_of(const model::Function& function);

/// Symbols that an input gives a size, because they stand alone somewhere in a parameter's type.
std::set<std::string> bound_symbols(const model::Function& function);

const model::Field* find_parameter(const model::Function& function, std::string_view name);
bool is_int_parameter(const model::Function& function, std::string_view name);

/// Whether `len(name)` means something: a list, a string or an array with axes.
bool has_length(const model::Function& function, std::string_view name);

}  // namespace grader::spec
