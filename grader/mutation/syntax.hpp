#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "mutation/code.hpp"
#include "mutation/outline.hpp"

namespace grader::mutation {

/// Operands joined by operators of one precedence: a - b + c, or a * b / c.
struct Chain {
  std::vector<Range> operands;
  std::vector<std::size_t> signs;  // one less than operands; signs[i] stands before operands[i + 1]
};

/// What expressions look like, asked token by token: operators with what they join, calls with their
/// arguments. No tree is built, because every mutant is a small edit of the text.
class Syntax {
 public:
  explicit Syntax(std::string_view source) : code_(source), outline_(mutation::outline(code_)) {}

  const Code& code() const { return code_; }
  const Outline& outline() const { return outline_; }
  bool may_change(std::size_t i) const { return use(i) == Use::expression; }
  bool may_change_or_bounds(std::size_t i) const { return use(i) != Use::fixed; }

  /// 0 for everything that is no binary operator; `*` binds tighter than `+` and has the higher number.
  int precedence(std::size_t i) const;
  bool is_unary(std::size_t i) const;
  /// All that a binary operator joins: in a * b + c / d, of `+`, a * b and c / d.
  Range left(std::size_t sign) const;
  Range right(std::size_t sign) const;
  /// Each longest run of + and -, or of * and /, by its first operator.
  std::vector<Chain> chains(int precedence) const;

  /// The first token of a.b(c)[d] for its last.
  std::size_t postfix_begin(std::size_t last) const;
  /// `name` of x.name(…), where `i` is that name.
  bool is_method(std::size_t i) const;
  /// The parenthesis opens the arguments of a call (or of x(i, j)).
  bool is_call(std::size_t open) const;
  std::vector<Range> arguments(std::size_t open) const {
    return code_.split({open + 1, code_.partner(open)}, ",");
  }
  /// The tokens before and behind are no operators, so that it may be replaced by anything.
  bool is_whole(Range range) const;
  /// In parentheses where an operator in it, outside brackets, binds less tightly than `precedence`.
  std::string operand(Range range, int precedence) const;

  /// What the value is, as far as names and literals show it.
  Shape shape(Range range) const;
  Shape shape_of_name(std::size_t i) const;

 private:
  Use use(std::size_t i) const { return i < outline_.uses.size() ? outline_.uses[i] : Use::fixed; }
  bool is_inside(std::size_t i, std::size_t sign) const;
  bool ends_operand(std::size_t i) const;
  std::size_t left_end(std::size_t sign, int at_least) const;
  Shape shape_of_postfix(Range range) const;

  Code code_;
  Outline outline_;
};

/// No expression written by hand has more tokens. What looks at a whole operand stops there, so that no file
/// makes it take time quadratic in its size.
constexpr std::size_t kLongestOperand = 200;

constexpr int kProduct = 10;
constexpr int kSum = 9;
constexpr int kOrder = 7;     // <, <=, …
constexpr int kEquality = 6;  // ==, !=
constexpr int kAnd = 2;
constexpr int kOr = 1;
constexpr int kTightest = 11;

}  // namespace grader::mutation
