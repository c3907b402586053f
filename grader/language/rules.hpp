#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "language/expression.hpp"
#include "language/functions.hpp"
#include "language/static_type.hpp"
#include "language/types.hpp"

namespace grader::language {

// What each function of the language takes and gives, in static types. One rule for each group of functions,
// one file for each rule. Rules throw CheckFailure, which check.cpp catches.

struct CheckFailure {
  Mistake mistake;
};

[[noreturn]] void fail(std::size_t offset, std::string message, std::string hint = {});

/// A call of a built-in function whose arguments have been checked.
class Call {
 public:
  Call(const Builtin& function, const Expression& expression, std::vector<const Expression*> arguments,
       std::vector<std::optional<StaticType>> types);

  std::string_view name() const { return function_.name; }
  std::size_t offset() const { return expression_.begin; }
  bool has(std::size_t i) const { return arguments_[i] != nullptr; }
  const Expression& argument(std::size_t i) const { return *arguments_[i]; }
  const StaticType& type(std::size_t i) const { return *types_[i]; }

  /// The argument as an array, as an array of numbers (no bools), as an int; fails where it is none.
  StaticArray array(std::size_t i) const;
  StaticArray numbers(std::size_t i) const;
  Dimension integer(std::size_t i) const;
  /// true or false, written out; false where it is left out.
  bool flag(std::size_t i) const;
  /// An int or a list of a few ints; as sizes they are not negative.
  SymbolicShape integers(std::size_t i) const;
  SymbolicShape shape(std::size_t i) const;

  /// An axis that is given may be known only when the property is evaluated.
  struct Axis {
    bool is_given = false;
    std::optional<std::size_t> number;
  };
  Axis axis(std::size_t i, const SymbolicShape& of) const;

  /// "sqrt needs numbers as its argument 'x', found string".
  [[noreturn]] void fail_argument(std::size_t i, std::string_view needs, std::string hint = {}) const;

 private:
  const Builtin& function_;
  const Expression& expression_;
  std::vector<const Expression*> arguments_;
  std::vector<std::optional<StaticType>> types_;
};

StaticType check_elementwise(const Call& call);    // sqrt, maximum, where, …
StaticType check_reduction(const Call& call);      // sum, var, any, norm, cumsum, …
StaticType check_product(const Call& call);        // dot, matmul, svdvals
StaticType check_rearrangement(const Call& call);  // reshape, concatenate, take, sort, …
StaticType check_creation(const Call& call);       // zeros, arange, …
StaticType check_inspection(const Call& call);     // shape, len, allclose, far
StaticType check_set(const Call& call);

/// The rule of a function; none for `fd` and `has`, whose arguments are no values.
using Rule = StaticType (*)(const Call& call);
Rule rule_of(std::string_view function);

/// The shape that both broadcast to; fails at `offset`.
SymbolicShape broadcast(const SymbolicShape& a, const SymbolicShape& b, std::size_t offset);

/// Both sides of a comparison with a tolerance have one shape, or one is a scalar.
void expect_same_shape(const SymbolicShape& a, const SymbolicShape& b, std::string_view what,
                       std::size_t offset);

/// The product of vectors and matrices; `name` is what the property calls it.
StaticArray matrix_product(const StaticArray& a, const StaticArray& b, std::string_view name,
                           std::size_t offset);

/// Whether a value of type `given` can stand where `wanted` is expected. Ints become floats, written lists
/// arrays.
bool is_assignable(const StaticType& wanted, const StaticType& given);

}  // namespace grader::language
