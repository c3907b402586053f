#include <fmt/format.h>

#include <algorithm>

#include "generate/array_misuse.hpp"
#include "generate/conform.hpp"
#include "generate/edges.hpp"
#include "generate/generate.hpp"
#include "generate/order.hpp"
#include "generate/rules.hpp"
#include "util/suggest.hpp"

namespace grader::generate {
namespace {

using model::Distribution;
using model::Generator;

std::string type_misuse(const Generator& generator, const model::Type& type, const Surroundings& around);

/// A constant or a choice of values of the whole type, whatever that is.
bool is_whole(const Generator& generator, const model::Type& type) {
  const bool chosen = generator.distribution == Distribution::choice;
  return (chosen || generator.distribution == Distribution::constant) && !generator.options.empty() &&
         std::all_of(generator.options.begin(), generator.options.end(),
                     [&type](const model::Value& option) { return conform(option, type).has_value(); });
}

std::string fields_misuse(const Generator& generator, const model::RecordDef& def) {
  std::vector<std::string> names;
  for (const model::Field& field : def.fields) names.push_back(field.name);
  for (const auto& entry : generator.fields) {
    const std::string& name = entry.first;
    if (std::find(names.begin(), names.end(), name) != names.end()) continue;
    const std::string meant = util::did_you_mean(name, names);
    return fmt::format("{} has no field '{}', {}", def.name, name,
                       meant.empty() ? fmt::format("it has {}", fmt::join(names, ", ")) : meant);
  }
  for (const std::string& name : names) {
    const auto is_named = [&name](const auto& entry) { return entry.first == name; };
    const auto count = std::count_if(generator.fields.begin(), generator.fields.end(), is_named);
    if (count > 1) return fmt::format("field '{}' of {} has two generators", name, def.name);
    if (count == 0) return fmt::format("field '{}' of {} has no generator", name, def.name);
  }
  return {};
}

/// A generator without `fields` speaks for every field.
std::string record_misuse(const Generator& generator, const model::RecordDef& def,
                          const Surroundings& around) {
  if (!generator.fields.empty()) {
    if (const std::string problem = fields_misuse(generator, def); !problem.empty()) return problem;
  }
  for (const model::Field& field : def.fields) {
    std::string problem;
    if (generator.fields.empty()) problem = type_misuse(generator, field.type, around);
    for (const auto& [name, own] : generator.fields)
      if (name == field.name) problem = misuse(own, field.type);
    if (!problem.empty()) return fmt::format("field '{}': {}", field.name, problem);
  }
  return {};
}

std::string type_misuse(const Generator& generator, const model::Type& type, const Surroundings& around) {
  if (const auto* array = std::get_if<model::ArrayType>(&type.data)) {
    if (!generator.fields.empty())
      return fmt::format("'fields' is for records, not for {}", model::to_string(type));
    return array_misuse(generator, *array, around);
  }
  if (is_whole(generator, type)) return {};
  if (const auto* list = std::get_if<model::ListType>(&type.data))
    return type_misuse(generator, *list->item, {true, around.optional});
  if (const auto* optional = std::get_if<model::OptionalType>(&type.data))
    return type_misuse(generator, *optional->item, {around.list, true});
  return record_misuse(generator, *std::get<model::RecordType>(type.data).def, around);
}

void sizes_misuse(const model::Generation& generation, const model::Function& function,
                  std::vector<std::string>& problems) {
  model::Bindings bindings;
  bind_constants(generation, function, bindings);
  for (const auto& [symbol, range] : generation.dims) {
    const auto bound = bindings.emplace(symbol, range.low).first;
    if (range.low <= range.high && (bound->second < range.low || bound->second > range.high))
      problems.push_back(fmt::format("{} is {} by a constant, outside of {}..{}", symbol, bound->second,
                                     range.low, range.high));
    if (range.low < 0 || range.low > range.high)
      problems.push_back(fmt::format("{}: {}..{} is no range of sizes", symbol, range.low, range.high));
    if (is_int_parameter(function, symbol))
      problems.push_back(
          fmt::format("{} is an int parameter: it has a generator of its own, not a range in dims", symbol));
  }
  for (const std::string& symbol : symbols_of(function))
    if (bindings.find(symbol) == bindings.end())
      problems.push_back(fmt::format("nothing gives {} a size: add it to dims", symbol));
}

}  // namespace

std::string misuse(const Generator& generator, const model::Type& type) {
  if (is_whole(generator, type) && generator.arguments.empty() && generator.scale.empty() &&
      generator.edge.empty() && !generator.decimals)
    return {};
  const std::string problem = common_misuse(generator);
  return problem.empty() ? type_misuse(generator, type, {}) : problem;
}

std::vector<std::string> misuse(const model::Generation& generation, const model::Function& function) {
  std::vector<std::string> problems;
  if (generation.count < 1)
    problems.push_back(fmt::format("count is {}, expected 1 or more", generation.count));
  for (const model::Field& param : function.params)
    if (generator_of(generation, param.name) == nullptr)
      problems.push_back(fmt::format("{} has no generator", param.name));
  for (const auto& [name, generator] : generation.inputs)
    if (const auto edges = static_cast<model::Index>(edge_count(generator)); edges > generation.count)
      problems.push_back(fmt::format("{} has {} edge cases, more than the {} inputs of count", name, edges,
                                     generation.count));
  sizes_misuse(generation, function, problems);
  const Order order = order_of(function, generation);
  if (!order.cycle.empty())
    problems.push_back(
        fmt::format("the sizes or arguments of {} need each other", fmt::join(order.cycle, ", ")));
  return problems;
}

std::vector<std::string> argument_names(Distribution distribution) {
  return rules_of(distribution).arguments;
}

}  // namespace grader::generate
