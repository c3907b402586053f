#include "language/names.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "language/functions.hpp"
#include "language/parse.hpp"
#include "util/suggest.hpp"

namespace grader::language {
namespace {

bool contains(const std::vector<std::string>& names, std::string_view name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

bool is_name(std::string_view text) {
  const Lexer lexer(text, Lexer::Language::properties);
  return lexer.peek().kind == Token::Kind::name && lexer.peek().text.size() == text.size();
}

std::string length_name(std::string_view parameter) { return fmt::format("len({})", parameter); }

bool is_unknown_integer(const StaticType& type) {
  const auto* array = std::get_if<StaticArray>(&type.data);
  return array != nullptr && array->element == Element::integer && array->is_scalar() &&
         array->value().is_unknown();
}

/// A parameter as the property sees it: sizes are symbols, an int is known by its name.
StaticType type_of(const model::Field& parameter, const Sizes& sizes) {
  StaticType type = instantiate(parameter.type, sizes);
  if (is_unknown_integer(type)) return integer_of(Dimension::atom(parameter.name));
  if (auto* list = std::get_if<StaticList>(&type.data))
    list->length = Dimension::atom(length_name(parameter.name));
  return type;
}

std::optional<StaticType> constant(std::string_view name) {
  if (name == "true" || name == "false") return truth_value();
  if (name == "pi" || name == "inf") return scalar_of(Element::real);
  return std::nullopt;
}

}  // namespace

Names::Names(const model::Function& function, std::vector<const model::Function*> used, Place place)
    : function_(function), used_(std::move(used)), place_(place) {
  for (const model::Field& parameter : function.params) {
    add_symbols(parameter.type, sizes_);
    if (model::is_scalar(parameter.type, model::Scalar::int64))
      sizes_.insert_or_assign(parameter.name, Dimension::atom(parameter.name));
  }
  for (const model::Field& parameter : function.params) {
    parameters_.insert_or_assign(parameter.name, type_of(parameter, sizes_));
    const auto* array = std::get_if<StaticArray>(&parameters_.at(parameter.name).data);
    const std::string length = length_name(parameter.name);
    sizes_.insert_or_assign(
        length, array != nullptr && !array->is_scalar() ? array->shape[0] : Dimension::atom(length));
  }
  out_ = instantiate(function.returns, sizes_);
}

const model::Function* Names::used(std::string_view name) const {
  const auto found = std::find_if(used_.begin(), used_.end(),
                                  [&](const model::Function* used) { return used->name == name; });
  return found == used_.end() ? nullptr : *found;
}

std::optional<Mistake> Names::add(const std::string& name, StaticType type, const Expression& definition) {
  const auto taken = [&](std::string_view by) {
    return Mistake{0, fmt::format("'{}' is {} already", name, by), "choose another name"};
  };
  if (!is_name(name))
    return Mistake{0, fmt::format("'{}' is not a name", name), "names are letters, digits and '_'"};
  if (parameters_.count(name) > 0) return taken("a parameter");
  if (sizes_.count(name) > 0) return taken("a size");
  if (contains(constants(), name)) return taken("a constant");
  if (find_builtin(name) != nullptr || used(name) != nullptr || name == "f" || name == "ref")
    return taken("a function");
  if (contains(reserved_names(), name))
    return taken(is_keyword(name) ? "a word of the language" : "the result");
  if (locals_.count(name) > 0) return taken("a name of 'let' or 'forall'");
  if (is_unknown_integer(type)) type = integer_of(Dimension::atom(name));
  Local local{std::move(type), {}};
  collect(definition, local.parameters);
  locals_.emplace(name, std::move(local));
  return std::nullopt;
}

std::optional<StaticType> Names::find(std::string_view name) const {
  if (const auto found = locals_.find(name); found != locals_.end()) return found->second.type;
  if (name == "out" && place_ != Place::condition) return out_;
  if (const auto found = parameters_.find(name); found != parameters_.end()) return found->second;
  if (const auto found = sizes_.find(name); found != sizes_.end()) return integer_of(found->second);
  return constant(name);
}

Mistake Names::unknown(const Expression& name) const {
  const std::string& text = name.name;
  if (text == "out") return {name.begin, "a condition knows the inputs only, there is no 'out' yet", ""};
  if (hidden_.count(text) > 0)
    return {name.begin, fmt::format("'{}' has no value yet, the lists of 'forall' come first", text),
            "use parameters, sizes and out"};
  if (find_builtin(text) != nullptr || used(text) != nullptr || text == "f" || text == "ref")
    return {name.begin, fmt::format("'{}' is a function", text), fmt::format("write {}(…)", text)};
  if (text == "None" || text == "newaxis")
    return {name.begin, fmt::format("unknown name '{}'", text), "write reshape(x, shape) for a new axis"};
  std::vector<std::string> known = constants();
  if (place_ != Place::condition) known.emplace_back("out");
  for (const auto& [other, type] : parameters_) known.push_back(other);
  for (const auto& [other, size] : sizes_)
    if (is_name(other)) known.push_back(other);
  for (const auto& [other, local] : locals_) known.push_back(other);
  return {name.begin, fmt::format("unknown name '{}'", text), util::did_you_mean(text, known)};
}

Mistake Names::unknown_function(const Expression& call) const {
  const std::string& text = call.name;
  const std::string message = fmt::format("unknown function '{}'", text);
  if (text == function_.name)
    return {call.begin, message, "write f(…) for what is judged, ref(…) for the reference"};
  if (find(text))
    return {call.begin, fmt::format("'{}' is no function", text), "write x[i] for a part of it"};
  std::vector<std::string> known{"ref"};
  for (const Builtin& builtin : builtins()) known.emplace_back(builtin.name);
  for (const model::Function* function : used_) known.push_back(function->name);
  const std::string hint = util::did_you_mean(text, known);
  return {call.begin, message, hint.empty() ? "functions of other exercises must stand in 'uses:'" : hint};
}

bool Names::depends(std::string_view name, const std::string& parameter) const {
  const auto found = locals_.find(name);
  return found != locals_.end() && found->second.parameters.count(parameter) > 0;
}

void Names::collect(const Expression& expression, std::set<std::string>& parameters) const {
  if (expression.kind == Expression::Kind::name) {
    const auto local = locals_.find(expression.name);
    if (local != locals_.end())
      parameters.insert(local->second.parameters.begin(), local->second.parameters.end());
    else if (parameters_.count(expression.name) > 0)
      parameters.insert(expression.name);
    else if (expression.name == "out")
      for (const auto& [name, type] : parameters_) parameters.insert(name);
  }
  if (expression.kind == Expression::Kind::call) return collect_call(expression, parameters);
  for (const Expression* part : parts_of(expression)) collect(*part, parameters);
}

void Names::collect_call(const Expression& call, std::set<std::string>& parameters) const {
  // The shape of an array does not change with its numbers.
  if (call.name == "shape" || call.name == "size" || call.name == "len" || call.name == "has") return;
  for (const Argument& argument : call.arguments) collect(argument.value, parameters);
  if (call.name != "f" && call.name != "ref") return;
  std::size_t position = 0;
  std::set<std::string> replaced;
  for (const Argument& argument : call.arguments) {
    if (argument.path.size() == 1) replaced.insert(argument.path[0]);
    if (argument.path.empty() && position < function_.params.size())
      replaced.insert(function_.params[position++].name);
  }
  for (const auto& [name, type] : parameters_)
    if (replaced.count(name) == 0) parameters.insert(name);
}

}  // namespace grader::language
