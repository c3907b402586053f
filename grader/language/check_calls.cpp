#include <fmt/format.h>

#include <algorithm>

#include "language/binding.hpp"
#include "language/check.hpp"
#include "language/functions.hpp"

namespace grader::language {
namespace {

/// The type of a parameter or of a field in it, as the signature has it; none for any other path.
const model::Type* declared_type(const model::Function& function, const std::vector<std::string>& path) {
  const std::vector<model::Field>* fields = &function.params;
  const model::Type* type = nullptr;
  for (const std::string& name : path) {
    if (fields == nullptr) return nullptr;
    const auto found = std::find_if(fields->begin(), fields->end(),
                                    [&](const model::Field& field) { return field.name == name; });
    if (found == fields->end()) return nullptr;
    type = &found->type;
    const auto* record = std::get_if<model::RecordType>(&type->data);
    fields = record == nullptr ? nullptr : &record->def->fields;
  }
  return type;
}

}  // namespace

StaticType Checker::call(const Expression& expression) const {
  if (const Builtin* function = find_builtin(expression.name)) return builtin(*function, expression);
  const bool is_own = expression.name == "f" || expression.name == "ref";
  const model::Function* used = is_own ? nullptr : names_.used(expression.name);
  if (!is_own && used == nullptr) throw CheckFailure{names_.unknown_function(expression)};
  if (names_.place() == Names::Place::condition)
    fail(expression.begin,
         fmt::format("a condition knows the inputs only, it cannot call {}", expression.name));
  return call_function(is_own ? names_.function() : *used, expression);
}

StaticType Checker::builtin(const Builtin& function, const Expression& expression) const {
  auto matched = arguments_of(function, expression);
  if (auto* mistake = std::get_if<Mistake>(&matched)) throw CheckFailure{std::move(*mistake)};
  const auto& arguments = std::get<std::vector<const Expression*>>(matched);
  if (function.name == "has") return has(*arguments[0]);
  if (function.name == "fd") return derivative(*arguments[0], *arguments[1]);
  std::vector<std::optional<StaticType>> types;
  for (const Expression* argument : arguments)
    types.push_back(argument == nullptr ? std::nullopt : std::optional(type_of(*argument)));
  return rule_of(function.name)(Call(function, expression, arguments, std::move(types)));
}

StaticType Checker::call_function(const model::Function& function, const Expression& expression) const {
  const bool is_own = expression.name == "f" || expression.name == "ref";
  Binding binding(function, expression.name);
  if (is_own)
    for (const model::Field& parameter : function.params)
      binding.keep(parameter.name, names_.parameter(parameter.name));
  for (const Argument& argument : expression.arguments) binding.replace(argument, type_of(argument.value));
  return binding.result(expression, is_own ? names_.sizes() : Sizes{});
}

StaticType Checker::has(const Expression& argument) const {
  const StaticType type = type_of(argument);
  if (!std::holds_alternative<StaticOptional>(type.data))
    fail(argument.begin, fmt::format("'has' asks whether an optional is there, this is {}", text_of(type)));
  return truth_value();
}

StaticType Checker::derivative(const Expression& expression, const Expression& parameter) const {
  if (names_.place() == Names::Place::condition)
    fail(expression.begin, "a condition knows the inputs only, it has no derivatives");
  if (!moved_.empty()) fail(expression.begin, "'fd' does not go into another 'fd'");
  const auto path = path_of(parameter);
  const StaticType by = type_of(parameter);
  const model::Type* declared = declared_type(names_.function(), path);
  if (declared == nullptr)
    fail(parameter.begin, "'fd' differentiates by a parameter or a field of one", "write its name alone");
  const auto* array = std::get_if<model::ArrayType>(&declared->data);
  if (array == nullptr || array->element != model::Scalar::float64)
    fail(parameter.begin,
         fmt::format("'fd' differentiates by floats, this is {}", model::to_string(*declared)),
         array != nullptr && array->element == model::Scalar::float32
             ? "float32 is too coarse for differences"
             : "");
  Checker inner(names_);
  inner.moved_ = path[0];
  const StaticType type = inner.type_of(expression);
  const auto value = as_array(type);
  if (!value || value->element != Element::real)
    fail(expression.begin, fmt::format("'fd' differentiates floats, this is {}", text_of(type)));
  SymbolicShape shape = value->shape;
  const auto& moved = std::get<StaticArray>(by.data).shape;
  shape.insert(shape.end(), moved.begin(), moved.end());
  return array_of(Element::real, std::move(shape));
}

}  // namespace grader::language
