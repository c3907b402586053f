#include "spec/validate.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "generate/generate.hpp"
#include "spec/ids.hpp"
#include "spec/symbols.hpp"
#include "util/error.hpp"
#include "util/suggest.hpp"

namespace grader::spec {
namespace {

bool has_nan(const model::Value& value);

struct NanFinder {
  bool operator()(const model::Tensor& tensor) const {
    for (model::Index i = 0; i < tensor.size(); ++i)
      if (std::isnan(tensor.number(i))) return true;
    return false;
  }
  bool operator()(const std::string&) const { return false; }
  bool operator()(const model::List& list) const {
    return std::any_of(list.items.begin(), list.items.end(), has_nan);
  }
  bool operator()(const model::Optional& optional) const {
    return std::any_of(optional.item.begin(), optional.item.end(), has_nan);
  }
  bool operator()(const model::Record& record) const {
    return std::any_of(record.fields.begin(), record.fields.end(),
                       [](const auto& field) { return has_nan(field.second); });
  }
};

bool has_nan(const model::Value& value) { return std::visit(NanFinder{}, value.data); }

void check_worked(const model::Function& function, const model::Worked& worked, const ReadCase& read,
                  Problems& problems) {
  model::Bindings bindings;
  const auto misfits = model::bind(function, worked.input, bindings);
  report_misfits(misfits, *read.node->find("input"), "input", problems);
  if (!worked.expected) return;
  const Node& expected = *read.node->find("expected");
  // Sizes that contradict each other would be held against the result as well, and say nothing new.
  if (misfits.empty())
    report_misfits(model::check(*worked.expected, function.returns, bindings), expected, "expected",
                   problems);
  if (read.test_case.nan == model::NanPolicy::error && has_nan(*worked.expected))
    problems.add(expected.place, "'expected' holds nan, which no result is equal to",
                 "add `nan: equal` to the case");
}

/// Arrays written out as constants in `generate:` give their symbols sizes.
model::Bindings constant_sizes(const model::Function& function, const model::Generation& generation,
                               const Node& node, Problems& problems) {
  model::Function constants{function.name, {}, function.returns};
  model::Arguments arguments;
  for (const auto& [name, generator] : generation.inputs) {
    const model::Field* param = find_parameter(function, name);
    if (generator.distribution != model::Distribution::constant || !generator.fields.empty()) continue;
    const auto* tensor = std::get_if<model::Tensor>(&generator.options.at(0).data);
    const auto* array = std::get_if<model::ArrayType>(&param->type.data);
    // A number that fills an array of any size binds none.
    if (tensor != nullptr && array != nullptr && tensor->shape.empty() && !array->dims.empty()) continue;
    // Items of a list of a generated length are no value of the parameter.
    if (generator.length_low || (tensor != nullptr && array == nullptr)) continue;
    constants.params.push_back(*param);
    arguments.fields.emplace_back(name, generator.options[0]);
  }
  model::Bindings bindings;
  const auto misfits = model::bind(constants, arguments, bindings);
  const Node* inputs = node.find("inputs");
  for (const model::Misfit& misfit : misfits) {
    const std::string param = misfit.path.substr(0, misfit.path.find_first_of(".["));
    const bool inside = inputs != nullptr && inputs->find(param) != nullptr;
    report_misfits({misfit}, inside ? *inputs : node, "generate", problems);
  }
  return bindings;
}

void check_generation(const model::Function& function, const model::Generation& generation, const Node& node,
                      Problems& problems) {
  const model::Bindings constants = constant_sizes(function, generation, node, problems);
  const Node* dims = node.find("dims");
  for (const std::string& symbol : symbols_of(function)) {
    const Node* range = dims == nullptr ? nullptr : dims->find(symbol);
    const auto constant = constants.find(symbol);
    if (range == nullptr && constant == constants.end())
      problems.add(dims == nullptr ? node.place : dims->place,
                   fmt::format("the symbol '{}' has no size", symbol),
                   fmt::format("add `dims: {{{}: 2..5}}`", symbol));
    if (range == nullptr || constant == constants.end()) continue;
    const auto same = [&](const auto& dim) {
      return dim.first == symbol && dim.second.low == constant->second && dim.second.high == constant->second;
    };
    if (std::none_of(generation.dims.begin(), generation.dims.end(), same))
      problems.add(
          range->place,
          fmt::format("'{}' is {} by a constant of this case, not {}", symbol, constant->second, range->text),
          "leave it out of `dims:`");
  }
}

}  // namespace

void check_case(const model::Function& function, const ReadCase& read, Problems& problems) {
  if (!read.complete) return;
  if (const auto* worked = std::get_if<model::Worked>(&read.test_case.source))
    check_worked(function, *worked, read, problems);
  else
    check_generation(function, std::get<model::Generation>(read.test_case.source),
                     *read.node->find("generate"), problems);
}

void check_conditions(const model::Exercise& exercise, const model::Case& test_case, const Node& node,
                      Problems& problems) {
  constexpr model::Index kMostRefused = 10;  // for one that is accepted
  constexpr std::uint64_t kSeed = 1;
  const auto* generation = std::get_if<model::Generation>(&test_case.source);
  if (test_case.where.empty() || generation == nullptr) return;
  const char* hint = "let the generators make what the conditions ask for";
  const Place place = node.find("where")->place;
  try {
    model::Index refused = 0;
    for (model::Index i = 0; i < generation->count; ++i)
      refused += generate::draw(exercise, test_case, kSeed, i).refused;
    if (refused > kMostRefused * generation->count)
      problems.add(place,
                   fmt::format("'where' refuses {} inputs for {} that it accepts; more than ten for one are "
                               "too many",
                               refused, generation->count),
                   hint);
  } catch (const util::GraderError& error) {
    problems.add(place, error.what(), hint);
  }
}

void check_ids(const std::vector<ReadCase>& cases, const std::vector<ReadProperty>& properties,
               Problems& problems) {
  Ids ids(problems);
  double points = 0;
  for (const ReadCase& read : cases) {
    ids.add(read.test_case.id, *read.node);
    points += read.test_case.points;
  }
  for (const ReadProperty& read : properties) {
    ids.add(read.property.id, *read.node);
    points += read.property.points;
  }
  if (!cases.empty() && points == 0)
    problems.add(cases[0].node->place,
                 properties.empty() ? "no case has points" : "no case and no property has points",
                 "at least one must be worth something");
}

void check_compare(const model::Function& function, const model::Compare& compare, const Node& node,
                   Problems& problems) {
  if (compare.all || compare.fields.empty()) return;
  const auto* record = std::get_if<model::RecordType>(&function.returns.data);
  if (record == nullptr) {
    problems.add(node.place,
                 fmt::format("'compare' names fields, but the function returns {}",
                             model::to_string(function.returns)),
                 "write all or none");
    return;
  }
  std::vector<std::string> names;
  for (const model::Field& field : record->def->fields) names.push_back(field.name);
  for (std::size_t i = 0; i < compare.fields.size(); ++i) {
    if (std::find(names.begin(), names.end(), compare.fields[i]) != names.end()) continue;
    const std::string hint = util::did_you_mean(compare.fields[i], names);
    const auto is_it = [&](const Node& item) { return item.text == compare.fields[i]; };
    const auto item = std::find_if(node.items.begin(), node.items.end(), is_it);
    problems.add(item == node.items.end() ? node.place : item->place,
                 fmt::format("the result has no field {}", in_quotes(compare.fields[i])),
                 hint.empty() ? "it has " + enumerate(names) : hint);
  }
}

const Node& follow(const Node& node, std::string_view path) {
  const Node* at = &node;
  while (!path.empty()) {
    const bool is_index = path.front() == '[';
    if (is_index || path.front() == '.') path.remove_prefix(1);
    const std::size_t end = std::min(path.find_first_of(is_index ? "]" : ".["), path.size());
    const std::string_view step = path.substr(0, end);
    path.remove_prefix(std::min(end + (is_index ? 1U : 0U), path.size()));
    const Node* next = nullptr;
    if (!is_index)
      next = at->find(step);
    else if (const auto index = std::stoul(std::string(step)); index < at->items.size())
      next = &at->items[index];
    if (next == nullptr) break;
    at = next;
  }
  return *at;
}

void report_misfits(const std::vector<model::Misfit>& misfits, const Node& node, std::string_view whole,
                    Problems& problems) {
  for (const model::Misfit& misfit : misfits)
    problems.add(follow(node, misfit.path).place,
                 fmt::format("'{}' {}", misfit.path.empty() ? whole : misfit.path, misfit.message));
}

}  // namespace grader::spec
