#include "mutation/operators.hpp"

namespace grader::mutation {
namespace {

bool is_literal(const Code& code, Range range, std::string_view digit) {
  if (range.size() != 1 || !code.is_number(range.first)) return false;
  const std::string_view text = code.text(range.first);
  return text == digit || text == std::string(digit) + ".0" || text == std::string(digit) + ".";
}

/// m.rowwise() and m.colwise(), which mean something only to the operator behind them.
bool ends_wise(const Code& code, Range range) {
  return range.size() > 3 && code.is(range.last - 1, ")") &&
         (code.is(range.last - 3, "rowwise") || code.is(range.last - 3, "colwise"));
}

bool is_string(const Syntax& syntax, Range range) {
  const Code& code = syntax.code();
  for (std::size_t i = range.first; i < range.last; i = code.next(i)) {
    const bool is_text = code.kind(i) == Token::Kind::text;
    if (is_text || syntax.outline().type_of(code.text(i), i).find("string") != std::string_view::npos)
      return true;
  }
  return false;
}

bool joins_strings(const Syntax& syntax, const Chain& chain) {
  for (const Range& operand : chain.operands)
    if (is_string(syntax, operand)) return true;
  return false;
}

bool is_dense(Shape shape) {
  return shape == Shape::matrix || shape == Shape::array || shape == Shape::tensor;
}

/// What is left is a number where an array is needed.
bool loses_shape(const Syntax& syntax, const Chain& chain, std::size_t dropped) {
  if (!is_dense(syntax.shape(chain.operands[dropped]))) return false;
  for (std::size_t k = 0; k < chain.operands.size(); ++k) {
    const Shape shape = syntax.shape(chain.operands[k]);
    if (k != dropped && shape != Shape::real && shape != Shape::integer) return false;
  }
  return true;
}

/// Without the first operand: `a + b` becomes `b`, `a - b` becomes `-b`; nothing sensible is left of `a / b`.
void drop_first(const Syntax& syntax, const Chain& chain, const std::string& operation, Edits& edits) {
  const Code& code = syntax.code();
  const Range first = chain.operands.front();
  const std::size_t sign = chain.signs.front();
  if (code.is(sign, "/") || ends_wise(code, first) || loses_shape(syntax, chain, 0)) return;
  Replacement change = removal_with_space_behind(code, {first.first, sign + 1});
  if (code.is(sign, "-")) change.text = syntax.is_unary(sign + 1) ? "- " : "-";
  edits.push_back({operation, {change}});
}

void drop_operands(const Syntax& syntax, const Chain& chain, const std::string& operation, Edits& edits) {
  const Code& code = syntax.code();
  if (!is_literal(code, chain.operands.front(), operation == "drop term" ? "0" : "1"))
    drop_first(syntax, chain, operation, edits);
  for (std::size_t k = 0; k < chain.signs.size(); ++k) {
    const Range operand = chain.operands[k + 1];
    const Range before = chain.operands[k];
    if (operand.empty() || is_literal(code, operand, operation == "drop term" ? "0" : "1")) continue;
    if (loses_shape(syntax, chain, k + 1)) continue;
    // m.rowwise() - v without v is m.
    const std::size_t first = ends_wise(code, before) ? before.last - 4 : chain.signs[k];
    edits.push_back({operation, {removal_with_space_before(code, {first, operand.last})}});
  }
}

Edits drop(const Syntax& syntax, int precedence, const std::string& operation) {
  Edits edits;
  for (const Chain& chain : syntax.chains(precedence))
    if (chain.operands.size() <= kLongestOperand && !joins_strings(syntax, chain))
      drop_operands(syntax, chain, operation, edits);
  return edits;
}

void exchange(const Syntax& syntax, std::size_t i, std::string_view one, std::string_view other,
              const std::string& operation, Edits& edits) {
  const Code& code = syntax.code();
  if (!code.is(i, one) && !code.is(i, other)) return;
  edits.push_back({operation, {replacement(code, {i, i + 1}, std::string(code.is(i, one) ? other : one))}});
}

}  // namespace

Edits change_sign(const Syntax& syntax) {
  const Code& code = syntax.code();
  Edits edits;
  for (std::size_t i = 0; i < code.size(); ++i) {
    if (!syntax.may_change(i)) continue;
    if (syntax.is_unary(i) && code.is(i, "-") && !code.is(i + 1, "-"))
      edits.push_back({"change sign", {removal_with_space_behind(code, {i, i + 1})}});
    const bool joins = syntax.precedence(i) == kSum;
    if (joins && (is_string(syntax, syntax.left(i)) || is_string(syntax, syntax.right(i)))) continue;
    // `a+-b` must not become `a--b`.
    const bool would_join = code.is(i + 1, "-") && code.end(i) == code.begin(i + 1);
    if (joins && !would_join) exchange(syntax, i, "+", "-", "change sign", edits);
    const bool extends_text = i > 0 && is_string(syntax, {i - 1, i});
    if (!extends_text) exchange(syntax, i, "+=", "-=", "change sign", edits);
  }
  return edits;
}

Edits swap_product(const Syntax& syntax) {
  const Code& code = syntax.code();
  Edits edits;
  for (std::size_t i = 0; i < code.size(); ++i) {
    if (!syntax.may_change(i)) continue;
    exchange(syntax, i, "*=", "/=", "swap product and quotient", edits);
    if (syntax.precedence(i) != kProduct) continue;
    // There is no division by a matrix.
    const bool divides = code.is(i, "/");
    if (divides || syntax.shape(syntax.right(i)) != Shape::matrix)
      exchange(syntax, i, "*", "/", "swap product and quotient", edits);
  }
  return edits;
}

Edits drop_term(const Syntax& syntax) { return drop(syntax, kSum, "drop term"); }
Edits drop_factor(const Syntax& syntax) { return drop(syntax, kProduct, "drop factor"); }

}  // namespace grader::mutation
