#include "spec/generators.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "generate/generate.hpp"
#include "generate/names.hpp"
#include "spec/mapping.hpp"
#include "spec/scalars.hpp"
#include "spec/symbols.hpp"
#include "util/suggest.hpp"

namespace grader::spec {
namespace {

constexpr std::int64_t kMostInputs = 10'000;

model::Type element_of(const model::ArrayType& type) { return {model::ArrayType{type.element, {}}}; }

bool has_open_size(const model::ArrayType& type) {
  return std::any_of(type.dims.begin(), type.dims.end(),
                     [](const model::Dim& dim) { return dim.op == model::Dim::Op::any; });
}

}  // namespace

std::optional<model::Generation> Generators::read(const Node& node) {
  const std::size_t before = problems_.count();
  if (!is_mapping(node, "'generate'", problems_)) return std::nullopt;
  model::Generation generation;
  if (const Node* count = require(node, "count", "'generate'", problems_))
    generation.count = read_int_within(*count, "'count'", 1, kMostInputs, problems_).value_or(1);
  if_present(node, "dims", [&](const Node& dims) { read_dims(dims, generation); });
  const auto given = generators_of(node);
  for (const model::Field& param : function_.params) {
    const auto found =
        std::find_if(given.begin(), given.end(), [&](const auto& it) { return it.first == param.name; });
    if (found == given.end()) {
      problems_.add(
          node.place,
          fmt::format("'generate' lacks the parameter '{}' ({})", param.name, model::to_string(param.type)),
          "give it a distribution such as {normal: {}}, or a constant");
    } else if (auto generator = read_parameter(*found->second, param)) {
      generation.inputs.emplace_back(param.name, std::move(*generator));
    }
  }
  return problems_.count() == before ? std::optional(std::move(generation)) : std::nullopt;
}

void Generators::read_dims(const Node& node, model::Generation& generation) {
  if (!is_mapping(node, "'dims'", problems_)) return;
  const std::set<std::string> symbols = symbols_of(function_);
  for (const Entry& entry : node.entries) {
    const auto range = read_range(entry.value, "'" + entry.key + "'", problems_);
    if (find_parameter(function_, entry.key) != nullptr)
      problems_.add(entry.place, fmt::format("{} is a parameter, not a symbol", in_quotes(entry.key)),
                    "give it a generator beside `dims:`");
    else if (!symbols.contains(entry.key))
      problems_.add(entry.place,
                    fmt::format("no type of the function uses the symbol {}", in_quotes(entry.key)),
                    util::did_you_mean(entry.key, {symbols.begin(), symbols.end()}));
    if (range) generation.dims.emplace_back(entry.key, *range);
  }
}

/// The nodes of all parameters, from beside `count:` and from `inputs:`.
std::vector<std::pair<std::string, const Node*>> Generators::generators_of(const Node& node) {
  std::vector<std::pair<std::string, const Node*>> found;
  std::vector<std::string> names;
  for (const model::Field& param : function_.params) names.push_back(param.name);
  const std::vector<std::string> settings{"count", "dims", "inputs"};
  if (const Node* inputs = node.find("inputs");
      inputs != nullptr && is_mapping(*inputs, "'inputs'", problems_)) {
    refuse_unknown(*inputs, names, problems_);
    for (const Entry& entry : inputs->entries) found.emplace_back(entry.key, &entry.value);
  }
  for (const Entry& entry : node.entries) {
    if (std::find(settings.begin(), settings.end(), entry.key) != settings.end()) continue;
    const auto same = [&](const auto& it) { return it.first == entry.key; };
    if (std::any_of(found.begin(), found.end(), same))
      problems_.add(entry.place, fmt::format("{} is among `inputs:` already", in_quotes(entry.key)));
    found.emplace_back(entry.key, &entry.value);
  }
  names.insert(names.end(), settings.begin(), settings.end());
  refuse_unknown(node, names, problems_);
  return found;
}

Generators::Reading Generators::read_parameter(const Node& node, const model::Field& param) {
  const std::size_t before = problems_.count();
  auto generator = read_part(node, param.type, param.name);
  if (!generator || problems_.count() != before) return std::nullopt;
  const std::string misuse = generate::misuse(*generator, param.type);
  if (misuse.empty()) return generator;
  problems_.add(node.place, fmt::format("'{}': {}", param.name, misuse));
  return std::nullopt;
}

Generators::Reading Generators::read_part(const Node& node, const model::Type& type,
                                          const std::string& what) {
  return std::visit([&](const auto& form) { return read_as(node, form, what); }, type.data);
}

Generators::Reading Generators::read_as(const Node& node, const model::OptionalType& type,
                                        const std::string& what) {
  if (node.is_null()) return read_constant(node, {type}, what);
  double present = model::Generator{}.present;
  const Node* chance = node.is_mapping() ? node.find("present") : nullptr;
  if (chance != nullptr) present = read_float_within(*chance, "'present'", 0, 1, problems_).value_or(present);
  optional_ = true;
  auto generator = read_part(node, *type.item, what);
  optional_ = false;
  if (generator) generator->present = present;
  return generator;
}

Generators::Reading Generators::read_as(const Node& node, const model::ListType& type,
                                        const std::string& what) {
  if (!node.is_mapping()) return read_constant(node, {type}, what);
  refuse_others(node, {"length", "items"});
  const Node* items = require(node, "items", named(what), problems_);
  if (items == nullptr) return std::nullopt;
  auto generator = read_part(*items, *type.item, what + "[0]");
  if (!generator) return std::nullopt;
  if (generator->length_low) {
    problems_.add(node.place, fmt::format("{}: lists of lists cannot be generated", named(what)),
                  "write the lists out as constants");
    return std::nullopt;
  }
  if_present(node, "length", [&](const Node& length) { read_length(length, *generator); });
  return generator;
}

Generators::Reading Generators::read_as(const Node& node, const model::RecordType& type,
                                        const std::string& what) {
  if (!is_mapping(node, named(what), problems_)) return std::nullopt;
  std::vector<std::string> names;
  for (const model::Field& field : type.def->fields) names.push_back(field.name);
  refuse_others(node, names);
  model::Generator generator;
  for (const model::Field& field : type.def->fields) {
    const std::string path = what + "." + field.name;
    if (const Node* part = node.find(field.name)) {
      if (auto read = read_part(*part, field.type, path))
        generator.fields.emplace_back(field.name, std::move(*read));
    } else {
      problems_.add(node.place, fmt::format("{} lacks a generator for '{}' ({})", named(what), field.name,
                                            model::to_string(field.type)));
    }
  }
  return generator.fields.size() == names.size() ? std::optional(std::move(generator)) : std::nullopt;
}

Generators::Reading Generators::read_as(const Node& node, const model::ArrayType& type,
                                        const std::string& what) {
  if (!node.is_mapping() || is_special_value(node)) {
    const bool fills = node.is_scalar() && !type.dims.empty();
    return read_constant(node, fills ? element_of(type) : model::Type{type}, what);
  }
  const std::size_t before = problems_.count();
  auto generator = read_distribution(node, type, what);
  if (!generator || problems_.count() != before) return std::nullopt;
  const std::string misuse = generate::misuse(*generator, {type});
  if (misuse.empty()) return generator;
  problems_.add(node.place, fmt::format("{}: {}", named(what), misuse));
  return std::nullopt;
}

Generators::Reading Generators::read_constant(const Node& node, const model::Type& type,
                                              const std::string& what) {
  if (node.is_scalar() && generate::distribution_named(node.text) &&
      !model::is_scalar(type, model::Scalar::string)) {
    problems_.add(node.place, fmt::format("{} is a plain value, which is a constant", named(what)),
                  fmt::format("to draw it, write {{{}: {{}}}}", node.text));
    return std::nullopt;
  }
  auto value = values_.read(node, type, what);
  if (!value) return std::nullopt;
  model::Generator generator;
  generator.distribution = model::Distribution::constant;
  generator.options.push_back(std::move(*value));
  return generator;
}

Generators::Reading Generators::read_distribution(const Node& node, const model::ArrayType& type,
                                                  const std::string& what) {
  std::vector<std::string> known = generate::distribution_names();
  known.insert(known.end(), {"scale", "edge", "decimals"});
  if (has_open_size(type)) known.push_back("length");
  const std::size_t before = problems_.count();
  refuse_others(node, known);
  const Entry* chosen = nullptr;
  for (const Entry& entry : node.entries) {
    if (!generate::distribution_named(entry.key)) continue;
    if (chosen != nullptr)
      problems_.add(entry.place, fmt::format("{} has two distributions, '{}' and '{}'", named(what),
                                             chosen->key, entry.key));
    chosen = &entry;
  }
  if (chosen == nullptr) {
    // A misspelt one has been reported as an unknown key.
    if (problems_.count() == before)
      problems_.add(node.place, fmt::format("{} has no distribution", named(what)),
                    fmt::format("one of {}, or a plain value for a constant",
                                fmt::join(generate::distribution_names(), ", ")));
    return std::nullopt;
  }
  model::Generator generator;
  generator.distribution = *generate::distribution_named(chosen->key);
  if (generator.distribution == model::Distribution::choice)
    read_options(chosen->value, type, what, generator);
  else
    read_arguments(chosen->value, generator);
  read_modifiers(node, generator);
  if (has_open_size(type))
    if_present(node, "length", [&](const Node& length) { read_length(length, generator); });
  return generator;
}

void Generators::refuse_others(const Node& mapping, std::vector<std::string> known) {
  if (optional_) known.emplace_back("present");
  optional_ = false;
  refuse_unknown(mapping, known, problems_);
}

}  // namespace grader::spec
