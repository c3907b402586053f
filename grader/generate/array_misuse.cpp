#include "generate/array_misuse.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <limits>

#include "generate/conform.hpp"
#include "generate/names.hpp"
#include "generate/rules.hpp"
#include "util/suggest.hpp"

namespace grader::generate {
namespace {

using model::ArrayType;
using model::Distribution;
using model::Edge;
using model::Generator;
using model::Scalar;

constexpr int kMostDecimals = 15;

std::string type_text(const ArrayType& type) { return model::to_string(model::Type{type}); }

bool is_float(Scalar element) { return element == Scalar::float64 || element == Scalar::float32; }

/// The number an argument is whatever the sizes are; nothing for an expression of them.
std::optional<double> literal(const model::Argument& argument) {
  if (const auto* number = std::get_if<double>(&argument)) return *number;
  const auto value = model::evaluate(std::get<model::Dim>(argument), {});
  return value ? std::optional(static_cast<double>(*value)) : std::nullopt;
}

std::optional<double> literal(const Generator& generator, std::string_view name, double fallback) {
  const auto found = generator.arguments.find(name);
  return found == generator.arguments.end() ? std::optional(fallback) : literal(found->second);
}

std::string name_misuse(const Generator& generator) {
  const Rules& rules = rules_of(generator.distribution);
  const std::string distribution = to_string(generator.distribution);
  for (const auto& [name, value] : generator.arguments) {
    if (std::find(rules.arguments.begin(), rules.arguments.end(), name) != rules.arguments.end()) continue;
    const std::string meant = util::did_you_mean(name, rules.arguments);
    const std::string takes = rules.arguments.empty()
                                  ? "it takes none"
                                  : fmt::format("it takes {}", fmt::join(rules.arguments, ", "));
    return fmt::format("'{}' has no argument '{}', {}", distribution, name, meant.empty() ? takes : meant);
  }
  for (const std::string& name : rules.required)
    if (generator.arguments.find(name) == generator.arguments.end())
      return fmt::format("'{}' needs the argument '{}'", distribution, name);
  return {};
}

std::string ordered_misuse(const Generator& generator, double default_low, double default_high) {
  const auto low = literal(generator, "low", default_low);
  const auto high = literal(generator, "high", default_high);
  if (low && high && !(*low < *high))
    return fmt::format("'{}' needs low < high, they are {} and {}{}", to_string(generator.distribution), *low,
                       *high, generator.distribution == Distribution::integers ? " (high is excluded)" : "");
  return {};
}

std::string at_least(const Generator& generator, std::string_view name, double fallback, bool zero) {
  const auto value = literal(generator, name, fallback);
  if (!value || *value > 0 || (zero && *value == 0)) return {};
  return fmt::format("'{}' needs {} {} 0, it is {}", to_string(generator.distribution), name,
                     zero ? ">=" : ">", *value);
}

std::string value_misuse(const Generator& generator) {
  for (const auto& [name, argument] : generator.arguments) {
    const auto value = literal(argument);
    if (value && !std::isfinite(*value))
      return fmt::format("'{}' needs a finite {}, it is {}", to_string(generator.distribution), name, *value);
    if (value && generator.distribution == Distribution::integers && std::floor(*value) != *value)
      return fmt::format("'integers' needs whole numbers, {} is {}", name, *value);
  }
  switch (generator.distribution) {
    case Distribution::integers:
      return ordered_misuse(generator, 0, std::numeric_limits<double>::infinity());
    case Distribution::uniform:
      return ordered_misuse(generator, 0, 1);
    case Distribution::normal:
      return at_least(generator, "std", 1, true);
    case Distribution::lognormal:
      return at_least(generator, "sigma", 1, true);
    case Distribution::exponential:
      return at_least(generator, "scale", 1, false);
    case Distribution::dirichlet:
      return at_least(generator, "alpha", 1, false);
    default:
      return {};
  }
}

std::string length_misuse(const Generator& generator) {
  const auto low = generator.length_low ? literal(*generator.length_low) : std::nullopt;
  const auto high = generator.length_high ? literal(*generator.length_high) : low;
  for (const auto& end : {low, high})
    if (end && (!(*end >= 0) || std::floor(*end) != *end))
      return fmt::format("a length is a whole number from 0 on, not {}", *end);
  if (low && high && *low > *high) return fmt::format("length {}..{} is no range", *low, *high);
  return {};
}

std::string type_misuse(const Generator& generator, const ArrayType& type) {
  const Rules& rules = rules_of(generator.distribution);
  const auto rank = static_cast<int>(type.dims.size());
  if (!rules.elements.contains(type.element)) {
    std::vector<std::string> kinds;
    for (const Scalar element : rules.elements) kinds.push_back(model::to_string(element));
    return fmt::format("'{}' makes {}, not {}", to_string(generator.distribution), fmt::join(kinds, ", "),
                       model::to_string(type.element));
  }
  if (rank < rules.lowest_rank || rank > rules.highest_rank)
    return fmt::format("'{}' needs {}, not {}", to_string(generator.distribution), rules.rank_text,
                       type_text(type));
  return {};
}

std::string options_misuse(const Generator& generator, const ArrayType& type) {
  const bool choice = generator.distribution == Distribution::choice;
  if (!choice && generator.distribution != Distribution::constant) return {};
  if (generator.options.empty()) return fmt::format("'{}' needs values", to_string(generator.distribution));
  const auto fits = [&type](const model::Value& option) {
    return conform(option, model::Type{type}).has_value();
  };
  const auto element = [&type](const model::Value& option) {
    return conform(option, type.element).has_value();
  };
  if (std::all_of(generator.options.begin(), generator.options.end(), fits) ||
      std::all_of(generator.options.begin(), generator.options.end(), element))
    return {};
  return choice ? fmt::format("'choice' has options that are no {}", type_text(type))
                : fmt::format("the constant is no {}", type_text(type));
}

std::string form_misuse(const Generator& generator, const ArrayType& type) {
  const Rules& rules = rules_of(generator.distribution);
  const std::string name = to_string(generator.distribution);
  const bool floats = is_float(type.element);
  if (!generator.scale.empty() && !floats)
    return fmt::format("'scale' is for floats, not for {}", model::to_string(type.element));
  if (!generator.scale.empty() && !rules.scales) return fmt::format("'scale' cannot be used with '{}'", name);
  for (const double scale : generator.scale)
    if (!(scale > 0) || !std::isfinite(scale))
      return fmt::format("a scale is a number above 0, not {}", scale);
  if (!generator.decimals) return {};
  if (!floats) return fmt::format("'decimals' is for floats, not for {}", model::to_string(type.element));
  if (!rules.rounds) return fmt::format("'decimals' cannot be used with '{}'", name);
  if (*generator.decimals < 0 || *generator.decimals > kMostDecimals)
    return fmt::format("'decimals' is between 0 and {}, not {}", kMostDecimals, *generator.decimals);
  return {};
}

/// Whether a generator's range holds this element; true where that depends on sizes.
bool holds(const Generator& generator, double value) {
  switch (generator.distribution) {
    case Distribution::integers: {
      const auto high = literal(generator, "high", 1);
      return literal(generator, "low", 0).value_or(value) <= value && (!high || value < *high);
    }
    case Distribution::uniform:
      return !generator.scale.empty() || (literal(generator, "low", 0).value_or(value) <= value &&
                                          value <= literal(generator, "high", 1).value_or(value));
    case Distribution::lognormal:
      return value > 0;
    case Distribution::choice:
      return std::any_of(generator.options.begin(), generator.options.end(), [&](const model::Value& option) {
        const auto* tensor = std::get_if<model::Tensor>(&option.data);
        return tensor != nullptr && tensor->size() == 1 && tensor->number(0) == value;
      });
    default:
      return true;
  }
}

bool chooses_wholes(const Generator& generator, const ArrayType& type) {
  return generator.distribution == Distribution::choice &&
         (type.element == Scalar::string ||
          (!type.dims.empty() && !generator.options.empty() && !conform(generator.options[0], type.element)));
}

std::string edge_misuse(const Generator& generator, const ArrayType& type, const Surroundings& around,
                        Edge edge) {
  const std::string name = to_string(generator.distribution);
  if (!rules_of(generator.distribution).edges.contains(edge) ||
      (chooses_wholes(generator, type) && edge != Edge::length_1))
    return fmt::format("edge '{}' cannot be used with '{}'", to_string(edge), name);
  if (edge == Edge::length_1 && type.dims.empty() && !around.list)
    return fmt::format("edge 'length_1' needs an array or a list, not {}", type_text(type));
  if (static_cast<int>(type.dims.size()) < lowest_rank(edge))
    return fmt::format("edge '{}' needs an array of rank {} or more, not {}", to_string(edge),
                       lowest_rank(edge), type_text(type));
  if (generator.distribution == Distribution::dirichlet) return {};
  const bool zero = edge == Edge::zeros || edge == Edge::one_hot;
  const bool one = edge == Edge::ones || edge == Edge::one_hot;
  if ((zero && !holds(generator, 0)) || (one && !holds(generator, 1)))
    return fmt::format("edge '{}' needs {}, which '{}' does not make here", to_string(edge),
                       zero && !holds(generator, 0) ? "0" : "1", name);
  return {};
}

}  // namespace

std::string common_misuse(const Generator& generator) {
  std::string problem = name_misuse(generator);
  if (problem.empty()) problem = value_misuse(generator);
  if (problem.empty()) problem = length_misuse(generator);
  if (problem.empty() && !(generator.present >= 0 && generator.present <= 1))
    problem = fmt::format("'present' is a chance between 0 and 1, not {}", generator.present);
  return problem;
}

std::string array_misuse(const Generator& generator, const ArrayType& type, const Surroundings& around) {
  std::string problem = type_misuse(generator, type);
  if (problem.empty()) problem = options_misuse(generator, type);
  if (problem.empty()) problem = form_misuse(generator, type);
  for (const Edge edge : generator.edge)
    if (problem.empty()) problem = edge_misuse(generator, type, around, edge);
  const bool any = std::any_of(type.dims.begin(), type.dims.end(),
                               [](const model::Dim& dim) { return dim.op == model::Dim::Op::any; });
  if (problem.empty() && (generator.length_low || generator.length_high) && !around.list && !any)
    problem = fmt::format("'length' is for lists and sizes '_', not for {}", type_text(type));
  if (problem.empty() && generator.present != model::Generator().present && !around.optional)
    problem = fmt::format("'present' is for optionals, not for {}", type_text(type));
  return problem;
}

}  // namespace grader::generate
