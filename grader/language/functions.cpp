#include "language/functions.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "util/suggest.hpp"

namespace grader::language {
namespace {

using Parameters = std::vector<BuiltinParameter>;

BuiltinParameter optional(std::string_view name) { return {name, false, false}; }
BuiltinParameter by_name(std::string_view name) { return {name, false, true}; }

std::vector<Builtin> table() {
  const Parameters one{{"x"}};
  const Parameters two{{"a"}, {"b"}};
  const Parameters reduction{{"x"}, optional("axis"), by_name("keepdims")};
  const Parameters spread{{"x"}, optional("axis"), by_name("ddof"), by_name("keepdims")};
  const Parameters along{{"x"}, optional("axis")};
  const Parameters diagonal{{"x"}, optional("k")};
  const Parameters joined{{"arrays"}, optional("axis")};
  return {
      {"abs", one},
      {"sqrt", one},
      {"exp", one},
      {"log", one},
      {"sin", one},
      {"cos", one},
      {"tanh", one},
      {"erf", one},
      {"isfinite", one},
      {"isnan", one},
      {"maximum", two},
      {"minimum", two},
      {"clip", {{"x"}, {"min"}, {"max"}}},
      {"where", {{"condition"}, {"x"}, {"y"}}},
      {"round", {{"x"}, optional("decimals")}},
      {"sum", reduction},
      {"mean", reduction},
      {"prod", reduction},
      {"min", reduction},
      {"max", reduction},
      {"argmax", reduction},
      {"any", reduction},
      {"all", reduction},
      {"var", spread},
      {"std", spread},
      {"cumsum", along},
      // numpy's second parameter is which norm, so that norm(x, 1) would be something else there.
      {"norm", {{"x"}, by_name("axis"), by_name("keepdims")}},
      {"dot", two},
      {"matmul", two},
      {"transpose", one},
      {"reshape", {{"x"}, {"shape"}}},
      {"concatenate", joined},
      {"stack", joined},
      {"flip", along},
      {"roll", {{"x"}, {"shift"}, optional("axis")}},
      {"take", {{"x"}, {"indices"}, optional("axis")}},
      {"sort", along},
      {"argsort", along},
      {"unique", one},
      {"tril", diagonal},
      {"triu", diagonal},
      {"eye", {{"n"}}},
      {"zeros", {{"shape"}}},
      {"ones", {{"shape"}}},
      {"full", {{"shape"}, {"value"}}},
      {"arange", {optional("start"), {"stop"}, optional("step")}},
      {"broadcast_to", {{"x"}, {"shape"}}},
      {"svdvals", one},
      {"shape", one},
      {"size", one},
      {"len", one},
      {"allclose", {{"a"}, {"b"}, by_name("rtol"), by_name("atol")}},
      {"set", {{"x"}, {"i"}, {"v"}}},
      {"far", {{"a"}, {"b"}, {"atol"}}},
      {"fd", {{"expression"}, {"x"}}},
      {"has", {{"name"}}},
  };
}

std::string signature(const Builtin& function) {
  std::string text;
  for (const BuiltinParameter& parameter : function.parameters)
    text += fmt::format("{}{}{}", text.empty() ? "" : ", ", parameter.name, parameter.required ? "" : "=…");
  return fmt::format("{}({})", function.name, text);
}

std::string usage(const Builtin& function) { return fmt::format("it is {}", signature(function)); }

/// Gives each argument of one call its parameter.
class Matching {
 public:
  Matching(const Builtin& function, const Expression& call) : function_(function), call_(call) {
    arguments_.resize(function.parameters.size(), nullptr);
  }

  Parsed<std::vector<const Expression*>> run() {
    for (const Argument& argument : call_.arguments)
      if (auto mistake = argument.path.empty() ? by_position(argument) : by_its_name(argument))
        return *mistake;
    if (function_.name == "arange" && arguments_[0] != nullptr && arguments_[1] == nullptr && position_ == 1)
      std::swap(arguments_[0], arguments_[1]);
    for (std::size_t i = 0; i < arguments_.size(); ++i)
      if (function_.parameters[i].required && arguments_[i] == nullptr)
        return Mistake{
            call_.begin,
            fmt::format("{} needs its argument '{}'", function_.name, function_.parameters[i].name),
            usage(function_)};
    return arguments_;
  }

 private:
  std::optional<Mistake> by_position(const Argument& argument) {
    if (position_ == arguments_.size())
      return Mistake{argument.begin,
                     fmt::format("{} takes at most {} argument{}", function_.name, arguments_.size(),
                                 arguments_.size() == 1 ? "" : "s"),
                     usage(function_)};
    const BuiltinParameter& parameter = function_.parameters[position_];
    if (parameter.by_name_only)
      return Mistake{argument.begin,
                     fmt::format("'{}' of {} is given by its name", parameter.name, function_.name),
                     fmt::format("write {} = …", parameter.name)};
    arguments_[position_++] = &argument.value;
    return std::nullopt;
  }

  std::optional<Mistake> by_its_name(const Argument& argument) {
    const std::string& name = argument.path.front();
    const auto found =
        std::find_if(function_.parameters.begin(), function_.parameters.end(),
                     [&](const BuiltinParameter& parameter) { return parameter.name == name; });
    if (found == function_.parameters.end() || argument.path.size() > 1) return unknown(argument);
    const auto at = static_cast<std::size_t>(found - function_.parameters.begin());
    if (arguments_[at] != nullptr)
      return Mistake{argument.begin, fmt::format("'{}' of {} is given twice", name, function_.name),
                     usage(function_)};
    arguments_[at] = &argument.value;
    return std::nullopt;
  }

  Mistake unknown(const Argument& argument) const {
    std::vector<std::string> known;
    for (const BuiltinParameter& parameter : function_.parameters) known.emplace_back(parameter.name);
    const std::string name = fmt::format("{}", fmt::join(argument.path, "."));
    const std::string hint = util::did_you_mean(name, known);
    return {argument.begin, fmt::format("{} has no argument '{}'", function_.name, name),
            hint.empty() ? usage(function_) : hint};
  }

  const Builtin& function_;
  const Expression& call_;
  std::vector<const Expression*> arguments_;
  std::size_t position_ = 0;
};

}  // namespace

const std::vector<Builtin>& builtins() {
  static const std::vector<Builtin> all = table();
  return all;
}

const Builtin* find_builtin(std::string_view name) {
  const auto& all = builtins();
  const auto found =
      std::find_if(all.begin(), all.end(), [&](const Builtin& builtin) { return builtin.name == name; });
  return found == all.end() ? nullptr : &*found;
}

Parsed<std::vector<const Expression*>> arguments_of(const Builtin& function, const Expression& call) {
  return Matching(function, call).run();
}

const std::vector<std::string>& constants() {
  static const std::vector<std::string> names{"true", "false", "pi", "inf"};
  return names;
}

const std::vector<std::string>& reserved_names() {
  static const std::vector<std::string> names{"f", "ref", "out", "and", "or", "not"};
  return names;
}

}  // namespace grader::language
