#include <algorithm>
#include <array>
#include <utility>

#include "mutation/operators.hpp"

namespace grader::mutation {
namespace {

using Pair = std::pair<std::string_view, std::string_view>;
constexpr std::array<Pair, 6> kAxes = {{{"rowwise", "colwise"},
                                        {"rows", "cols"},
                                        {"row", "col"},
                                        {"leftCols", "topRows"},
                                        {"rightCols", "bottomRows"},
                                        {"middleCols", "middleRows"}}};

/// The name of the other axis; empty for other names.
std::string other_axis(std::string_view name) {
  for (const Pair& pair : kAxes) {
    if (name == pair.first) return std::string(pair.second);
    if (name == pair.second) return std::string(pair.first);
  }
  return "";
}

bool is_wise(const Code& code, std::size_t i) { return code.is(i, "rowwise") || code.is(i, "colwise"); }

/// What is broadcast in m.rowwise() + v, or m.rowwise() += v; empty for a reduction like m.rowwise().sum().
Range broadcast(const Syntax& syntax, std::size_t wise) {
  const Code& code = syntax.code();
  const std::size_t sign = wise + 3;
  if (syntax.precedence(sign) != 0) return syntax.right(sign);
  const bool assigns = code.is(sign, "=") || code.is(sign, "+=") || code.is(sign, "-=") ||
                       code.is(sign, "*=") || code.is(sign, "/=");
  return assigns ? Range{sign + 1, code.find({sign, code.size()}, ";")} : Range{};
}

/// A row that is broadcast to all rows must become a column to be broadcast to all columns.
void swap_wise(const Syntax& syntax, std::size_t i, Edit& edit) {
  const Code& code = syntax.code();
  edit.changes.push_back(replacement(code, {i, i + 1}, other_axis(code.text(i))));
  const Range vector = broadcast(syntax, i);
  if (!vector.empty())
    edit.changes.push_back(replacement(code, vector, syntax.operand(vector, kTightest) + ".transpose()"));
}

/// x.dimension(2) asks for another axis, never for one that x might not have.
void swap_dimension(const Code& code, std::size_t i, Edits& edits) {
  if (!code.is(i, "dimension") || !code.is_number(i + 2) || !code.is(i + 3, ")")) return;
  const std::string_view axis = code.text(i + 2);
  if (axis.size() != 1 || axis < "0" || axis > "9") return;
  const std::string other = axis == "0" ? "1" : std::string(1, static_cast<char>(axis[0] - 1));
  edits.push_back({"swap axis", {replacement(code, {i + 2, i + 3}, other)}});
}

bool is_parameter(const Function& function, std::string_view name) {
  return std::any_of(function.parameters.begin(), function.parameters.end(),
                     [&](const Declared& parameter) { return parameter.name == name; });
}

/// Of `x.rowwise().mean()` kept in a variable, and of `m.rowwise() + v` with such a variable v.
bool is_own_axis(const Syntax& syntax, const Function& function, std::size_t i) {
  const Range vector = broadcast(syntax, i);
  if (!vector.empty()) return !is_parameter(function, syntax.code().text(vector.first));
  const auto& statements = syntax.outline().statements;
  return std::any_of(statements.begin(), statements.end(), [&](const Statement& statement) {
    return statement.kind == Statement::Kind::declaration && statement.value.holds(i);
  });
}

/// It ends what is assigned to a row or a column, or what becomes a vector.
bool fills_vector(const Syntax& syntax, std::size_t i) {
  const Code& code = syntax.code();
  for (const Statement& statement : syntax.outline().statements) {
    if (statement.value.last != i + 3 || statement.value.empty()) continue;
    if (statement.type.find("Vector") != std::string::npos) return true;
    const std::size_t close = statement.value.first - 2;
    const std::size_t method = code.closes(close) ? code.partner(close) - 1 : close;
    return syntax.is_method(method) && (code.is(method, "row") || code.is(method, "col"));
  }
  return false;
}

/// Dropping it from a vector that is then stored changes nothing: Eigen turns vectors to fit.
bool turns_vector(const Syntax& syntax, std::size_t i) {
  const Code& code = syntax.code();
  const std::size_t behind = i + 3;
  if (fills_vector(syntax, i)) return true;
  const bool is_stored =
      code.is(behind, ";") || code.is(behind, ",") || code.is(behind, "}") || code.is(behind, ")");
  const std::size_t close = i - 2;
  const std::size_t method = code.closes(close) ? code.partner(close) - 1 : close;
  const bool is_part = code.is(method, "row") || code.is(method, "col") || is_wise(code, method - 4);
  const std::string_view type = syntax.outline().type_of(code.text(close), close);
  const bool is_vector = type.find("Vector") != std::string_view::npos;
  const std::size_t begin = syntax.postfix_begin(i);
  const bool is_listed = begin > 0 && (code.is(begin - 1, "<<") || syntax.precedence(begin - 1) != 0);
  return is_stored && !is_listed && (is_part || is_vector);
}

bool is_broadcast(const Syntax& syntax, std::size_t i) {
  const std::size_t begin = syntax.postfix_begin(i);
  return begin > 4 && syntax.code().is(begin - 2, ")") && is_wise(syntax.code(), begin - 4);
}

}  // namespace

Edits swap_axis(const Syntax& syntax) {
  const Code& code = syntax.code();
  Edits edits;
  for (std::size_t i = 0; i < code.size(); ++i) {
    if (!syntax.is_method(i) || !syntax.may_change_or_bounds(i)) continue;
    swap_dimension(code, i, edits);
    const bool is_reduced_and_broadcast =
        is_wise(code, i) && broadcast(syntax, i).empty() && is_broadcast(syntax, i);
    if (other_axis(code.text(i)).empty() || is_reduced_and_broadcast) continue;
    Edit edit{"swap axis", {}};
    if (is_wise(code, i))
      swap_wise(syntax, i, edit);
    else
      edit.changes.push_back(replacement(code, {i, i + 1}, other_axis(code.text(i))));
    edits.push_back(std::move(edit));
  }
  return edits;
}

Edits swap_every_axis(const Syntax& syntax) {
  Edits edits;
  for (const Function& function : syntax.outline().functions) {
    Edit edit{"swap every axis", {}};
    for (std::size_t i = function.body.first; i < function.body.last; ++i) {
      const bool is_swapped = is_wise(syntax.code(), i) && syntax.is_method(i) && syntax.may_change(i);
      if (is_swapped && is_own_axis(syntax, function, i)) swap_wise(syntax, i, edit);
    }
    if (edit.changes.size() > 1) edits.push_back(std::move(edit));
  }
  return edits;
}

Edits drop_transpose(const Syntax& syntax) {
  const Code& code = syntax.code();
  Edits edits;
  for (std::size_t i = 0; i < code.size(); ++i) {
    const bool is_transpose = code.is(i, "transpose") || code.is(i, "adjoint");
    if (!is_transpose || !syntax.is_method(i) || !syntax.may_change(i)) continue;
    if (turns_vector(syntax, i) || is_broadcast(syntax, i)) continue;
    edits.push_back({"drop transpose", {replacement(code, {i - 1, code.next(i + 1)}, "")}});
  }
  return edits;
}

}  // namespace grader::mutation
