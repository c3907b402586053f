#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "language/expression.hpp"
#include "language/types.hpp"

namespace grader::language {

// The functions that the property language has by itself, with their parameters: one table for the parser's
// messages, the static check and the evaluation. Names and order are numpy's.
//
// A name before a parenthesis is one of these, `f`, `ref`, or a function of `uses:`; these come first. Any
// other name is, in this order: one of `forall:` or `let:`, `out`, a parameter, a size, a constant.
// Parameters and functions may share a name.

struct BuiltinParameter {
  std::string_view name;
  bool required = true;
  bool by_name_only = false;  // "keepdims = true"; numpy has other parameters at its place
};

struct Builtin {
  std::string_view name;
  std::vector<BuiltinParameter> parameters;
};

const std::vector<Builtin>& builtins();

/// Nothing where there is no such function.
const Builtin* find_builtin(std::string_view name);

/// The arguments of a call in the order of the function's parameters, none where one is left out; or what is
/// wrong with them. `arange(n)` is stop = n.
Parsed<std::vector<const Expression*>> arguments_of(const Builtin& function, const Expression& call);

/// true, false, pi, inf.
const std::vector<std::string>& constants();

/// "f", "ref", "out" and the words of the grammar.
const std::vector<std::string>& reserved_names();

}  // namespace grader::language
