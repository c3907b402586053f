#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace grader::language {

struct Argument;
struct Subscript;

/// A text of the property language as a tree: what the parser understood. What names stand for is not known
/// yet. `begin` and `end` are the bytes of the text that it was made from, with the parentheses around it;
/// `at` is the byte that a message points to: the sign of a binary expression, the field's name, else
/// `begin`.
///
/// | kind    | name            | number | operands          | further            |
/// |---------|-----------------|--------|-------------------|--------------------|
/// | number  |                 | value  |                   |                    |
/// | text    | the text        |        |                   |                    |
/// | name    | the name        |        |                   |                    |
/// | list    |                 |        | the items         |                    |
/// | unary   | "-", "not"      |        | one               |                    |
/// | binary  | "+", "~=", "or" |        | left, right       |                    |
/// | call    | the function    |        |                   | arguments          |
/// | index   |                 |        | what is indexed   | subscripts         |
/// | field   | the field       |        | what has it       |                    |
struct Expression {
  enum class Kind { number, text, name, list, unary, binary, call, index, field };
  Kind kind = Kind::number;
  std::size_t begin = 0;
  std::size_t end = 0;
  std::size_t at = 0;
  std::string name;
  std::variant<std::int64_t, double> number =
      std::int64_t{0};  // an int where it is written without point and exponent
  std::vector<Expression> operands;
  std::vector<Argument> arguments;
  std::vector<Subscript> subscripts;
};

/// One argument of a call. `path` is empty where it is given by position, else its name and the fields in it:
/// {"weights", "wo"} of `weights.wo = 0`.
struct Argument {
  std::vector<std::string> path;
  std::size_t begin = 0;  // of the name, or of the value
  Expression value;
};

/// One subscript, as in numpy: an index, or a slice whose parts may be left out. Each part is one expression
/// or none.
struct Subscript {
  bool is_slice = false;
  std::vector<Expression> index;
  std::vector<Expression> start, stop, step;
};

/// A unary expression, an index or a field around its operand.
Expression around(Expression::Kind kind, Expression operand);

/// The names of `weights.wo`; empty where the expression is something else.
std::vector<std::string> path_of(const Expression& expression);

/// The expressions that this one is directly made of.
std::vector<const Expression*> parts_of(const Expression& expression);

}  // namespace grader::language
