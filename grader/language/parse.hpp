#pragma once

#include <cstddef>
#include <string_view>

#include "language/expression.hpp"
#include "language/types.hpp"

namespace grader::language {

/// A text of the property language as a tree, or the first mistake in it:
///
///     check := or
///     or    := and ('or' and)*          and := not ('and' not)*         not := 'not' not | cmp
///     cmp   := sum (('~=' | '!~' | '==' | '!=' | '<' | '<=' | '>' | '>=') sum)?
///     sum   := term (('+' | '-') term)*
///     term  := unary (('*' | '/' | '//' | '%' | '@') unary)*
///     unary := '-' unary | power        power := post ('**' unary)?
///     post  := atom ( '(' args ')' | '[' subscripts ']' | '.' NAME )*
///     atom  := NUMBER | STRING | NAME | '[' (check (',' check)*)? ']' | '(' check ')'
///     args  := (arg (',' arg)*)?        arg := (NAME ('.' NAME)* '=')? check
///     subscripts := subscript (',' subscript)*
///     subscript  := sum | sum? ':' sum? (':' sum?)?
///
/// Strings stand in '…' or "…" and know \n, \t, \\, \' and \". Length and depth are bounded, so that hostile
/// text can exhaust neither the stack here nor that of whoever walks the tree.
Parsed<Expression> parse_expression(std::string_view text);

inline constexpr std::size_t kLongestExpression = 2000;  // bytes
inline constexpr int kDeepestExpression = 60;

/// The names that the grammar keeps for itself.
bool is_keyword(std::string_view name);

}  // namespace grader::language
