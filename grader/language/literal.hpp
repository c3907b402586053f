#pragma once

#include <cstdint>
#include <string>
#include <variant>

#include "language/lexer.hpp"
#include "language/types.hpp"

namespace grader::language {

// The values that numbers and strings stand for in the property language.

/// An int where it is written without point and exponent.
using Number = std::variant<std::int64_t, double>;

Parsed<Number> parse_number(const Token& token);
Parsed<std::string> parse_string(const Token& token);

}  // namespace grader::language
