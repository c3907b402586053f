#pragma once

#include <optional>
#include <set>
#include <string>
#include <vector>

#include "codegen/outline.hpp"

namespace grader::codegen {

/// The names that a source may declare outside of functions and classes, in namespaces or not, and more than
/// those: what cannot be told from a declaration counts as one. Nothing where an angle bracket may be a sign
/// of comparison. No directives among the pieces.
std::optional<std::set<std::string>> declared_names(const std::vector<Piece>& pieces);

/// Whether it may have a variable outside of functions that is made when the program starts or that other
/// files could refer to. Some are not noticed.
bool has_global_variable(const std::vector<Piece>& pieces);

}  // namespace grader::codegen
