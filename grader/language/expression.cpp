#include "language/expression.hpp"

#include <utility>

namespace grader::language {

Expression around(Expression::Kind kind, Expression operand) {
  Expression result;
  result.kind = kind;
  result.begin = result.at = operand.begin;
  result.end = operand.end;
  result.operands.push_back(std::move(operand));
  return result;
}

std::vector<std::string> path_of(const Expression& expression) {
  if (expression.kind == Expression::Kind::name) return {expression.name};
  if (expression.kind != Expression::Kind::field) return {};
  std::vector<std::string> path = path_of(expression.operands[0]);
  if (!path.empty()) path.push_back(expression.name);
  return path;
}

std::vector<const Expression*> parts_of(const Expression& expression) {
  std::vector<const Expression*> parts;
  for (const Expression& operand : expression.operands) parts.push_back(&operand);
  for (const Argument& argument : expression.arguments) parts.push_back(&argument.value);
  for (const Subscript& subscript : expression.subscripts)
    for (const auto* given : {&subscript.index, &subscript.start, &subscript.stop, &subscript.step})
      for (const Expression& part : *given) parts.push_back(&part);
  return parts;
}

}  // namespace grader::language
