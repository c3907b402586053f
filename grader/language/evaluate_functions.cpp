#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "language/evaluate.hpp"
#include "language/functions.hpp"

namespace grader::language {
namespace {

using array::Error;

/// By how much a number is moved: where the errors of rounding and of the formula are about the same.
double step_at(double x) { return std::cbrt(0x1p-52) * std::max(1.0, std::abs(x)); }

}  // namespace

Operand Evaluator::call(const Expression& expression) {
  const std::string& name = expression.name;
  if (name == "f") return call_function(expression, surroundings_.function, true, true);
  if (name == "ref") return call_function(expression, surroundings_.function, false, true);
  for (const model::Function& function : surroundings_.used)
    if (function.name == name) return call_function(expression, function, false, false);
  return call_builtin(expression);
}

Operand Evaluator::call_function(const Expression& expression, const model::Function& function, bool judged,
                                 bool keeps_input) {
  std::vector<Override> overrides;
  for (const Argument& argument : expression.arguments) {
    std::vector<std::string> path = argument.path;
    if (path.empty()) {
      const std::size_t at = overrides.size();
      if (at >= function.params.size())
        throw Error{fmt::format("{} takes at most {} arguments", expression.name, function.params.size())};
      path = {function.params[at].name};
    }
    overrides.push_back({std::move(path), any_value(argument.value)});
  }
  const Operand result =
      calls_.call({text_of(expression), judged, &function, keeps_input}, std::move(overrides));
  return given(*result, result);
}

Operand Evaluator::call_builtin(const Expression& expression) {
  const Builtin* builtin = find_builtin(expression.name);
  if (builtin == nullptr) throw Error{"there is no such function"};
  auto matched = arguments_of(*builtin, expression);
  if (const auto* mistake = std::get_if<Mistake>(&matched)) throw Error{mistake->message};
  const auto& given = std::get<std::vector<const Expression*>>(matched);
  if (expression.name == "fd") return central_differences(*given.at(0), *given.at(1));
  if (expression.name == "allclose") return all_close(expression, given);
  if (expression.name == "has") {
    const Operand asked = any_value(*given.at(0));
    const auto* optional = std::get_if<model::Optional>(&asked->data);
    return work_.truth(optional == nullptr || !optional->item.empty());
  }
  const bool joins = expression.name == "concatenate" || expression.name == "stack";
  if (joins && given.at(0)->kind == Expression::Kind::list) {
    std::vector<Operand> parts;
    for (const Expression& part : given.at(0)->operands) parts.push_back(value(part));
    return join(expression.name, parts, given.at(1) == nullptr ? nullptr : value(*given.at(1)), work_);
  }
  std::vector<Operand> arguments;
  for (const Expression* argument : given)
    arguments.push_back(argument == nullptr ? nullptr : value(*argument));
  return apply(expression.name, arguments, work_);
}

Operand Evaluator::all_close(const Expression& expression, const std::vector<const Expression*>& arguments) {
  model::Tolerance tolerance = tolerance_of(expression);
  const Operand a = value(*arguments.at(0));
  const Operand b = value(*arguments.at(1));
  if (arguments.at(2) != nullptr) tolerance.rtol = real_of(value(*arguments.at(2)), work_);
  if (arguments.at(3) != nullptr) tolerance.atol = real_of(value(*arguments.at(3)), work_);
  return work_.truth(language::all_close(a, b, tolerance, work_));
}

std::vector<double> Evaluator::floats_of(const Expression& expression, model::Shape& shape) {
  const Operand array = as_array(value(expression), work_);
  shape = tensor(array).shape;
  work_.budget().work(tensor(array).size());
  return array::Elements<double>(tensor(array)).all();
}

Operand Evaluator::central_differences(const Expression& expression, const Expression& by) {
  const std::vector<std::string> path = path_of(by);
  if (path.empty()) throw Error{"fd differentiates by a parameter or a field of one"};
  std::vector<double>& x = calls_.floats(path);
  model::Shape shape;
  model::Shape shape_of_x;
  floats_of(by, shape_of_x);
  const bool outermost = moved_.empty();
  moved_.push_back(path.front());
  changes_.clear();
  calls_.note_calls(false);
  if (x.empty()) floats_of(expression, shape);
  std::vector<std::vector<double>> columns;
  for (std::size_t j = 0; j < x.size(); ++j) {
    const double middle = x[j];
    const double high = middle + step_at(middle);
    const double low = middle - step_at(middle);
    x[j] = high;
    std::vector<double> column = floats_of(expression, shape);
    x[j] = low;
    const std::vector<double> below = floats_of(expression, shape);
    x[j] = middle;
    work_.budget().room({static_cast<model::Index>(x.size()), static_cast<model::Index>(column.size())});
    if (below.size() != column.size() || (j > 0 && column.size() != columns.front().size()))
      throw Error{"the size of what fd differentiates changes with its value"};
    for (std::size_t i = 0; i < column.size(); ++i) column[i] = (column[i] - below[i]) / (high - low);
    columns.push_back(std::move(column));
  }
  moved_.pop_back();
  changes_.clear();
  if (outermost) calls_.note_calls(true);
  shape.insert(shape.end(), shape_of_x.begin(), shape_of_x.end());
  std::vector<double> result(static_cast<std::size_t>(work_.budget().room(shape)));
  for (std::size_t i = 0; i < result.size(); ++i) result[i] = columns[i % x.size()][i / x.size()];
  return work_.own(array::make(std::move(shape), std::move(result)));
}

}  // namespace grader::language
