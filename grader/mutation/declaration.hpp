#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "mutation/code.hpp"

namespace grader::mutation {

/// Declarations, read as far as it takes to leave types alone and to know what kind of value a name stands
/// for.

/// What a value can be used for: which operators make sense on it.
enum class Shape { unknown, integer, real, boolean, matrix, array, tensor, other };

/// Of a type as written: "double" is real, "Eigen::MatrixXd" a matrix, "std::vector<double>" other, "auto"
/// unknown.
Shape shape_of_type(std::string_view type);

struct Declared {
  std::string name;
  std::string type;  // without const, static and references
};

/// Behind the type that begins at token `i`, with its `*` and `&`; kNone where no type begins.
std::size_t type_end(const Code& code, std::size_t i);
std::string type_text(const Code& code, Range type);

/// Each `type name` between the parentheses of a definition; those without a name are kept with an empty one.
std::vector<Declared> parameters(const Code& code, Range range);

}  // namespace grader::mutation
