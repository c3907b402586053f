#include "generate/range.hpp"

#include <algorithm>
#include <cmath>

#include "generate/array.hpp"
#include "generate/conform.hpp"
#include "generate/order.hpp"
#include "generate/range_array.hpp"
#include "generate/range_sizes.hpp"
#include "util/error.hpp"

namespace grader::generate {
namespace {

using model::Distribution;
using model::Generation;
using model::Generator;
using model::Index;
using model::Tensor;
using model::Value;

bool same(const Value& a, const Value& b);

/// Unlike ==, NaN equals NaN here: a constant is itself.
struct Same {
  const Value& other;

  bool operator()(const Tensor& tensor) const {
    const auto* right = std::get_if<Tensor>(&other.data);
    if (right == nullptr || tensor.shape != right->shape || tensor.element() != right->element())
      return false;
    if (tensor == *right) return true;
    for (Index i = 0; i < tensor.size(); ++i)
      if (tensor.number(i) != right->number(i) &&
          !(std::isnan(tensor.number(i)) && std::isnan(right->number(i))))
        return false;
    return tensor.element() != model::Scalar::int64;
  }
  bool operator()(const std::string& text) const {
    const auto* right = std::get_if<std::string>(&other.data);
    return right != nullptr && text == *right;
  }
  bool operator()(const model::List& list) const {
    const auto* right = std::get_if<model::List>(&other.data);
    return right != nullptr && all_same(list.items, right->items);
  }
  bool operator()(const model::Optional& optional) const {
    const auto* right = std::get_if<model::Optional>(&other.data);
    return right != nullptr && all_same(optional.item, right->item);
  }
  bool operator()(const model::Record& record) const {
    const auto* right = std::get_if<model::Record>(&other.data);
    return right != nullptr && std::equal(record.fields.begin(), record.fields.end(), right->fields.begin(),
                                          right->fields.end(), [](const auto& x, const auto& y) {
                                            return x.first == y.first && same(x.second, y.second);
                                          });
  }
  static bool all_same(const std::vector<Value>& a, const std::vector<Value>& b) {
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), same);
  }
};

bool same(const Value& a, const Value& b) { return std::visit(Same{b}, a.data); }

/// Options that are values of the whole type, as input() takes them; empty where they are elements.
std::vector<Value> whole_options(const Generator& generator, const model::Type& type) {
  std::vector<Value> options;
  const bool chosen = generator.distribution == Distribution::choice;
  if (!chosen && generator.distribution != Distribution::constant) return options;
  const auto* array = std::get_if<model::ArrayType>(&type.data);
  if (chosen && array != nullptr && array->dims.empty() && array->element != model::Scalar::string)
    return options;
  for (const Value& option : generator.options) {
    if (auto value = conform(option, type)) options.push_back(std::move(*value));
    if (!chosen) break;
  }
  return options;
}

/// A plain scalar stands for all elements of an array.
bool repeats_constant(const Generator& generator, const Tensor& tensor) {
  const auto scalar =
      generator.options.empty() ? std::nullopt : conform(generator.options[0], tensor.element());
  if (!scalar) return false;
  for (Index i = 0; i < tensor.size(); ++i) {
    const double value = tensor.number(i);
    if (value != scalar->number(0) && !(std::isnan(value) && std::isnan(scalar->number(0)))) return false;
  }
  return true;
}

bool length_in_range(const Generator& generator, Index length, const Part& part) {
  const auto [low, high] = length_range(generator, part);
  return low <= length && length <= high;
}

bool array_in_range(const Generator& generator, const model::ArrayType& type, const Value& value,
                    const Part& part) {
  const auto* tensor = std::get_if<Tensor>(&value.data);
  if (tensor == nullptr) return false;
  for (std::size_t axis = 0; axis < type.dims.size(); ++axis)
    if (type.dims[axis].op == model::Dim::Op::any && !length_in_range(generator, tensor->shape[axis], part))
      return false;
  if (generator.distribution == Distribution::constant) return repeats_constant(generator, *tensor);
  if (is_structured(generator.distribution)) return structure_in_range(generator, *tensor);
  return elements_in_range(generator, *tensor, part);
}

bool part_in_range(const Generator& generator, const model::Type& type, const Value& value, const Part& part);

bool record_in_range(const Generator& generator, const model::RecordDef& def, const model::Record& record,
                     const Part& part) {
  return std::all_of(def.fields.begin(), def.fields.end(), [&](const model::Field& field) {
    const Generator* own = generator.fields.empty() ? &generator : nullptr;
    for (const auto& [name, inner] : generator.fields)
      if (name == field.name) own = &inner;
    const Value* value = record.find(field.name);
    return own != nullptr && value != nullptr &&
           part_in_range(*own, field.type, *value, part.field(field.name));
  });
}

/// The value is of the form of its type; model::bind has seen to that.
bool part_in_range(const Generator& generator, const model::Type& type, const Value& value,
                   const Part& part) {
  const std::vector<Value> options = whole_options(generator, type);
  if (!options.empty())
    return std::any_of(options.begin(), options.end(),
                       [&value](const Value& option) { return same(value, option); });
  if (const auto* array = std::get_if<model::ArrayType>(&type.data))
    return array_in_range(generator, *array, value, part);
  if (const auto* record = std::get_if<model::RecordType>(&type.data))
    return record_in_range(generator, *record->def, std::get<model::Record>(value.data), part);
  if (const auto* optional = std::get_if<model::OptionalType>(&type.data)) {
    const auto& item = std::get<model::Optional>(value.data).item;
    if (item.empty()) return generator.present < 1;
    return (generator.present > 0 || !generator.edge.empty()) &&
           part_in_range(generator, *optional->item, item[0], part);
  }
  const auto& items = std::get<model::List>(value.data).items;
  if (!length_in_range(generator, static_cast<Index>(items.size()), part)) return false;
  for (std::size_t i = 0; i < items.size(); ++i)
    if (!part_in_range(generator, *std::get<model::ListType>(type.data).item, items[i], part.item(i)))
      return false;
  return true;
}

/// Binds what the input says about sizes and holds it against `dims`. Constants decide before them.
bool sizes_in_range(const Generation& generation, const model::Function& function,
                    const model::Arguments& arguments, model::Bindings& bindings) {
  bind_constants(generation, function, bindings);
  const model::Bindings constants = bindings;
  if (!model::bind(function, arguments, bindings).empty()) return false;
  std::vector<std::pair<std::string, model::SizeRange>> unknown;
  for (const auto& [symbol, range] : generation.dims) {
    const auto bound = bindings.find(symbol);
    if (bound == bindings.end())
      unknown.emplace_back(symbol, range);
    else if (!constants.contains(symbol) && (bound->second < range.low || bound->second > range.high))
      return false;
  }
  return unknown.empty() || solve_sizes(function, arguments, unknown, bindings);
}

}  // namespace

bool in_range(const model::Exercise& exercise, const model::Case& test_case,
              const model::Arguments& arguments) {
  const auto* generation = std::get_if<Generation>(&test_case.source);
  if (generation == nullptr) return false;
  Making making{exercise, test_case, 0, 0, {}};
  if (!sizes_in_range(*generation, exercise.function, arguments, making.bindings)) return false;
  try {
    for (const model::Field& param : exercise.function.params) {
      const Generator* generator = generator_of(*generation, param.name);
      if (generator == nullptr ||
          !part_in_range(*generator, param.type, *arguments.find(param.name), Part(making, param.name)))
        return false;
    }
  } catch (const util::GraderError&) {
    return false;  // no range under these sizes, as integers from 0 to a size of 0
  }
  return true;
}

}  // namespace grader::generate
