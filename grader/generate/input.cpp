#include <fmt/format.h>

#include <algorithm>

#include "generate/array.hpp"
#include "generate/conform.hpp"
#include "generate/edges.hpp"
#include "generate/generate.hpp"
#include "generate/order.hpp"
#include "generate/sizes.hpp"
#include "language/property.hpp"
#include "util/error.hpp"

namespace grader::generate {
namespace {

using model::Distribution;
using model::Edge;
using model::Generation;
using model::Generator;
using model::Index;
using model::Value;

constexpr Index kMostAttempts = 1000;  // at one input; far more than a healthy condition needs

model::Record make_record(const Generator& generator, const model::RecordDef& def, const Part& part);

/// A constant or a choice whose options are values of the whole type; nothing where they are elements, which
/// a number is to itself.
std::optional<Value> make_whole(const Generator& generator, const model::Type& type, const Part& part) {
  const bool chosen = generator.distribution == Distribution::choice;
  if ((!chosen && generator.distribution != Distribution::constant) || generator.options.empty())
    return std::nullopt;
  const auto* array = std::get_if<model::ArrayType>(&type.data);
  const bool number = array != nullptr && array->dims.empty() && array->element != model::Scalar::string;
  if (chosen && number) return std::nullopt;
  Stream stream = part.stream("value");
  return conform(generator.options[chosen ? stream.below(generator.options.size()) : 0], type);
}

Value make(const Generator& generator, const model::Type& type, const Part& part) {
  const auto edge = edge_at(generator, part.edge_index());
  if (auto whole = make_whole(generator, type, part)) return std::move(*whole);
  if (const auto* array = std::get_if<model::ArrayType>(&type.data))
    return make_array(generator, *array, edge, part);
  if (const auto* record = std::get_if<model::RecordType>(&type.data))
    return {make_record(generator, *record->def, part)};
  if (const auto* optional = std::get_if<model::OptionalType>(&type.data)) {
    const bool present = edge || part.stream("present").uniform() < generator.present;
    if (!present) return {model::Optional{}};
    return {model::Optional{{make(generator, *optional->item, part)}}};
  }
  Stream lengths = part.stream("length");
  const Index length = make_length(generator, edge, part, lengths);
  model::List list;
  for (Index i = 0; i < length; ++i)
    list.items.push_back(
        make(generator, *std::get<model::ListType>(type.data).item, part.item(static_cast<std::size_t>(i))));
  return {std::move(list)};
}

const Generator* field_generator(const Generator& generator, const std::string& name) {
  if (generator.fields.empty()) return &generator;
  for (const auto& [field, own] : generator.fields)
    if (field == name) return &own;
  return nullptr;
}

model::Record make_record(const Generator& generator, const model::RecordDef& def, const Part& part) {
  model::Record record;
  for (const model::Field& field : def.fields) {
    const Part inner = part.field(field.name);
    const Generator* own = field_generator(generator, field.name);
    if (own == nullptr) inner.fail("has no generator");
    record.fields.emplace_back(field.name, make(*own, field.type, inner));
  }
  return record;
}

bool has_edge(const Generator& generator, Index index, Edge edge) {
  if (edge_at(generator, index) == edge) return true;
  for (const auto& field : generator.fields)
    if (has_edge(field.second, index, edge)) return true;
  return false;
}

/// The first input after the edge cases is square, so that confusions of axes that shapes betray otherwise
/// show in the numbers too; a case of one input has none.
SizeWishes wishes(const Generation& generation, const Making& making) {
  const model::Function& function = making.exercise.function;
  SizeWishes result;
  std::size_t edges = 0;
  for (const auto& [name, generator] : generation.inputs) {
    edges = std::max(edges, edge_count(generator));
    for (const model::Field& param : function.params)
      if (param.name == name && has_edge(generator, making.edge_index(), Edge::length_1))
        result.length_1.merge(symbols_of(param.type, function));
  }
  result.square = generation.count > 1 && static_cast<std::size_t>(making.index) == edges;
  return result;
}

void check_ranges(const Generation& generation, const Making& making) {
  for (const auto& [symbol, range] : generation.dims)
    if (range.low < 0 || range.low > range.high)
      throw util::CourseError(fmt::format("{}, case '{}', dims: {}: {}..{} is no range of sizes",
                                          making.exercise.id, making.test_case.id, symbol, range.low,
                                          range.high));
}

/// In the signature's order, made in the order in which parameters need each other.
model::Arguments make_all(const Generation& generation, Making& making) {
  const model::Function& function = making.exercise.function;
  const Order order = order_of(function, generation);
  if (!order.cycle.empty())
    Part(making, order.cycle[0]).fail(fmt::format("needs itself: {}", fmt::join(order.cycle, ", ")));
  model::Record made;
  for (const model::Field* param : order.params) {
    const Part part(making, param->name);
    const Generator* generator = generator_of(generation, param->name);
    if (generator == nullptr) part.fail("has no generator");
    made.fields.emplace_back(param->name, make(*generator, param->type, part));
    model::bind(function, made, making.bindings);
  }
  model::Arguments arguments;
  for (const model::Field& param : function.params)
    arguments.fields.emplace_back(param.name, *made.find(param.name));
  return arguments;
}

model::Arguments draw(const Generation& generation, Making making) {
  bind_constants(generation, making.exercise.function, making.bindings);
  draw_sizes(generation.dims, wishes(generation, making), making.origin(), making.stream_index(),
             making.bindings);
  model::Arguments arguments = make_all(generation, making);
  const auto misfits = model::bind(making.exercise.function, arguments, making.bindings);
  if (!misfits.empty()) Part(making, misfits[0].path).fail(misfits[0].message);
  return arguments;
}

std::vector<language::Condition> conditions_of(const model::Exercise& exercise,
                                               const model::Case& test_case) {
  std::vector<language::Condition> conditions;
  for (const std::string& text : test_case.where) {
    auto condition = language::Condition::compile(text, exercise.function);
    if (const auto* mistake = std::get_if<language::Mistake>(&condition))
      throw util::CourseError(
          fmt::format("{}, case '{}', where: {}", exercise.id, test_case.id, mistake->message));
    conditions.push_back(std::move(std::get<language::Condition>(condition)));
  }
  return conditions;
}

bool meets(const model::Arguments& arguments, const std::vector<language::Condition>& conditions) {
  return std::all_of(conditions.begin(), conditions.end(),
                     [&](const language::Condition& condition) { return condition.holds(arguments); });
}

}  // namespace

bool meets_conditions(const model::Exercise& exercise, const model::Case& test_case,
                      const model::Arguments& arguments) {
  return meets(arguments, conditions_of(exercise, test_case));
}

Drawn draw(const model::Exercise& exercise, const model::Case& test_case, std::uint64_t seed, Index index) {
  Making making{exercise, test_case, seed, index, {}, 0};
  const auto* generation = std::get_if<Generation>(&test_case.source);
  if (generation == nullptr || index < 0 || index >= generation->count)
    throw util::CourseError(
        fmt::format("{}, case '{}' has no generated input number {}", exercise.id, test_case.id, index));
  check_ranges(*generation, making);
  const auto conditions = conditions_of(exercise, test_case);
  for (; making.attempt <= kMostAttempts; ++making.attempt) {
    model::Arguments arguments = draw(*generation, making);
    if (meets(arguments, conditions)) return {std::move(arguments), making.attempt};
  }
  throw util::CourseError(fmt::format("{}, case '{}', input {}: {} inputs in a row do not meet `where:`",
                                      exercise.id, test_case.id, index, kMostAttempts));
}

model::Arguments input(const model::Exercise& exercise, const model::Case& test_case, std::uint64_t seed,
                       Index index) {
  return draw(exercise, test_case, seed, index).arguments;
}

}  // namespace grader::generate
