#pragma once

#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "language/lexer.hpp"
#include "model/type.hpp"

namespace grader::language {

/// What is wrong with a text, and at which byte of it.
struct Mistake {
  std::size_t offset = 0;
  std::string message;  // empty where it has been reported: a record that RecordNames::find did not give
  std::string hint;     // "did you mean 'float'?", empty where nothing is known
  bool operator==(const Mistake&) const = default;
};

template <class T>
using Parsed = std::variant<T, Mistake>;

/// The records that a type may name. `find` gives nothing for a name that is no record, and for one that
/// cannot be used (which whoever looked it up has reported).
struct RecordNames {
  std::function<std::shared_ptr<const model::RecordDef>(std::string_view)> find;
  std::vector<std::string> all;  // for "did you mean"
};

/// Records that are known already.
RecordNames names_of(const std::vector<std::shared_ptr<const model::RecordDef>>& records);

/// The text of a type as it stands in a signature:
///
///     type := 'list' '<' type '>' | 'optional' '<' type '>' | 'string' | RECORD | scalar ( '[' dim (','
///     dim)* ']' )? scalar := 'float' | 'float32' | 'int' | 'bool' dim  := '_' | sum sum  := term (('+' |
///     '-') term)*  ;  term := atom (('*' | '//') atom)* atom := NUMBER | NAME | ('min' | 'max') '(' sum (','
///     sum)* ')' | 'len' '(' NAME ')' | '(' sum ')'
///
/// Length and depth of the text are bounded, so that hostile text cannot exhaust the stack.
Parsed<model::Type> parse_type(std::string_view text, const RecordNames& records);

/// A dimension alone, as in the arguments of a generator: "V", "min(N, D)".
Parsed<model::Dim> parse_dim(std::string_view text);

/// Reads a type from the middle of a longer text (a signature) and leaves the lexer behind it.
Parsed<model::Type> parse_type(Lexer& lexer, const RecordNames& records);

/// The longest text of a type or a dimension.
inline constexpr std::size_t kLongestType = 500;

/// The names that a type cannot have because the language knows them: float, list, …
const std::vector<std::string>& builtin_types();

}  // namespace grader::language
