#include <algorithm>

#include "mutation/operators.hpp"

namespace grader::mutation {
namespace {

bool is_numeric(Shape shape) { return shape != Shape::boolean && shape != Shape::other; }

bool is_dense(Shape shape) {
  return shape == Shape::matrix || shape == Shape::array || shape == Shape::tensor;
}

/// The value of a statement, or each one in `return {a, b}`, where it is a number or made of numbers.
std::vector<Range> numeric_values(const Syntax& syntax, const Statement& statement) {
  const Code& code = syntax.code();
  const Range value = statement.value;
  std::vector<Range> values;
  if (value.empty()) return values;
  const bool is_list = code.is(value.first, "{") && code.next(value.first) == value.last;
  const bool is_returned = statement.kind == Statement::Kind::returned;
  if (is_list && !is_returned) return values;
  if (is_list) {
    values = syntax.arguments(value.first);
  } else if (statement.type.empty() || is_numeric(shape_of_type(statement.type))) {
    values.push_back(value);
  }
  const auto is_other = [&](Range range) {
    return range.empty() || !syntax.may_change(range.first) || !is_numeric(syntax.shape(range));
  };
  values.erase(std::remove_if(values.begin(), values.end(), is_other), values.end());
  return values;
}

/// Integers stay integers; only a tensor needs a factor of its own type.
Replacement product(const Syntax& syntax, Range value, std::string_view type, std::string_view factor) {
  const bool is_tensor = shape_of_type(type) == Shape::tensor || syntax.shape(value) == Shape::tensor;
  const std::string number = std::string(factor) + (is_tensor ? ".0" : "");
  return replacement(syntax.code(), value, syntax.operand(value, kProduct) + " * " + number);
}

void multiply(const Syntax& syntax, const Statement& statement, const std::string& operation,
              std::string_view factor, Edits& edits) {
  for (const Range& value : numeric_values(syntax, statement)) {
    // Literals have mutants of their own, and nothing is more than infinite.
    const bool is_literal = syntax.code().is_number(value.last - 1) && value.size() <= 2;
    if (is_literal || syntax.code().text(value).find("numeric_limits") != std::string::npos) continue;
    edits.push_back({operation, {product(syntax, value, statement.type, factor)}});
  }
}

/// `y` of `Eigen::MatrixXd y(rows, cols);`, whose elements are nothing until they are assigned.
bool begins_undefined(const Syntax& syntax, std::string_view name) {
  const Code& code = syntax.code();
  const auto& statements = syntax.outline().statements;
  return std::any_of(statements.begin(), statements.end(), [&](const Statement& statement) {
    if (statement.kind != Statement::Kind::declaration || !statement.value.empty()) return false;
    const std::size_t end = type_end(code, statement.range.first);
    return code.is(end, name) && shape_of_type(statement.type) != Shape::other;
  });
}

/// The values of m << a, b;
std::vector<Range> listed_values(const Syntax& syntax, const Statement& statement) {
  const Code& code = syntax.code();
  const std::size_t sign = code.find(statement.range, "<<");
  const bool fills = statement.kind == Statement::Kind::other && sign < statement.range.last &&
                     is_dense(syntax.shape({statement.range.first, sign}));
  if (!fills) return {};
  return code.split({sign + 1, statement.range.last}, ",");
}

}  // namespace

Edits scale(const Syntax& syntax) {
  Edits edits;
  for (const Statement& statement : syntax.outline().statements) {
    // Arrays kept in variables are often normalized afterwards, and then their scale changes nothing.
    const bool is_quantity = shape_of_type(statement.type) == Shape::real;
    if (statement.kind != Statement::Kind::declaration || is_quantity)
      multiply(syntax, statement, "scale", "2", edits);
  }
  return edits;
}

Edits return_zeros(const Syntax& syntax) {
  Edits edits;
  for (const Statement& statement : syntax.outline().statements) {
    if (statement.kind == Statement::Kind::returned) multiply(syntax, statement, "return zeros", "0", edits);
    for (const Range& value : listed_values(syntax, statement))
      edits.push_back({"drop value", {product(syntax, value, "", "0")}});
  }
  return edits;
}

Edits return_argument(const Syntax& syntax) {
  const Code& code = syntax.code();
  Edits edits;
  for (const Function& function : syntax.outline().functions) {
    const auto same =
        std::find_if(function.parameters.begin(), function.parameters.end(),
                     [&](const Declared& d) { return !d.name.empty() && d.type == function.returns; });
    if (same == function.parameters.end()) continue;
    for (const Statement& statement : syntax.outline().statements) {
      const bool is_own = statement.kind == Statement::Kind::returned &&
                          function.body.holds(statement.range.first) && statement.type == function.returns &&
                          !statement.value.empty();
      if (!is_own || code.text(statement.value) == same->name) continue;
      edits.push_back({"return argument", {replacement(code, statement.value, same->name)}});
    }
  }
  return edits;
}

Edits drop_statement(const Syntax& syntax) {
  const Code& code = syntax.code();
  Edits edits;
  for (const Statement& statement : syntax.outline().statements) {
    const bool assigns = statement.kind == Statement::Kind::assignment;
    if (!assigns && statement.kind != Statement::Kind::call) continue;
    const bool sets = assigns && code.is(statement.value.first - 1, "=");
    if (!sets || !begins_undefined(syntax, code.text(statement.range.first))) {
      edits.push_back({"drop statement", {replacement(code, statement.range, "")}});
      continue;
    }
    // Without it the value would be undefined, and a test could pass by luck.
    if (!is_numeric(syntax.shape(statement.value))) continue;
    edits.push_back({"drop statement", {product(syntax, statement.value, "", "0")}});
  }
  return edits;
}

}  // namespace grader::mutation
