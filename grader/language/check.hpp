#pragma once

#include <string>

#include "language/expression.hpp"
#include "language/names.hpp"
#include "language/rules.hpp"
#include "language/static_type.hpp"

namespace grader::language {

/// Finds what an expression is before there are inputs: the kind of its value and its sizes in symbols, so
/// that a mistake in a property is found when the specification is read. Throws CheckFailure for the first
/// one.
class Checker {
 public:
  explicit Checker(const Names& names) : names_(names) {}

  StaticType type_of(const Expression& expression) const;

  /// The whole of a check: a truth value, or an array of bools, which means all of them.
  void expect_truth(const Expression& expression) const;
  /// What a name of `forall:` stands for in turn.
  StaticType item_of(const Expression& list) const;

 private:
  StaticType name(const Expression& expression) const;
  StaticType list(const Expression& expression) const;
  StaticType unary(const Expression& expression) const;
  StaticType binary(const Expression& expression) const;
  StaticType field(const Expression& expression) const;
  StaticType index(const Expression& expression) const;

  StaticType call(const Expression& expression) const;
  StaticType builtin(const Builtin& function, const Expression& expression) const;
  StaticType call_function(const model::Function& function, const Expression& expression) const;
  StaticType has(const Expression& argument) const;
  StaticType derivative(const Expression& expression, const Expression& parameter) const;

  const Names& names_;
  // The parameter by which the expression around this one is differentiated.
  std::string moved_;
};

/// "float[B, D] and int" combined by a sign of arithmetic or comparison; `expression` is the binary one.
StaticType check_operator(const Expression& expression, const StaticType& left, const StaticType& right);
StaticType check_negation(const Expression& expression, const StaticType& operand);

/// One element or a part of an array, by subscripts that have been checked to be ints.
struct StaticSubscript {
  bool is_slice = false;
  std::optional<Dimension> index, start, stop, step;  // as far as they are given
};
StaticArray check_subscripts(const StaticArray& array, const std::vector<StaticSubscript>& subscripts,
                             const Expression& expression);

}  // namespace grader::language
