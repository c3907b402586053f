#include "generate/conform.hpp"

#include <cmath>

#include "generate/part.hpp"

namespace grader::generate {
namespace {

using model::Scalar;
using model::Tensor;
using model::Type;
using model::Value;

template <typename T>
Tensor converted(const Tensor& from, std::vector<T> to) {
  for (model::Index i = 0; i < from.size(); ++i) to.push_back(static_cast<T>(from.number(i)));
  return {from.shape, std::move(to)};
}

bool whole(const Tensor& tensor) {
  for (model::Index i = 0; i < tensor.size(); ++i) {
    const double value = tensor.number(i);
    if (!(std::fabs(value) <= kLargestWhole) || std::floor(value) != value) return false;
  }
  return true;
}

std::optional<Tensor> with_element(const Tensor& tensor, Scalar element) {
  if (tensor.element() == element) return tensor;
  if (tensor.element() == Scalar::boolean || element == Scalar::boolean) return std::nullopt;
  if (element == Scalar::float64) return converted(tensor, std::vector<double>());
  if (element == Scalar::float32) return converted(tensor, std::vector<float>());
  if (element == Scalar::int64 && whole(tensor)) return converted(tensor, std::vector<std::int64_t>());
  return std::nullopt;
}

std::optional<Value> conform_array(const Value& value, const model::ArrayType& type) {
  if (type.element == Scalar::string)
    return std::holds_alternative<std::string>(value.data) ? std::optional(value) : std::nullopt;
  const auto* tensor = std::get_if<Tensor>(&value.data);
  if (tensor == nullptr || tensor->shape.size() != type.dims.size()) return std::nullopt;
  const auto result = with_element(*tensor, type.element);
  return result ? std::optional(Value{*result}) : std::nullopt;
}

std::optional<Value> conform_list(const Value& value, const Type& item_type) {
  const auto* list = std::get_if<model::List>(&value.data);
  if (list == nullptr) return std::nullopt;
  model::List result;
  for (const Value& item : list->items) {
    auto fitting = conform(item, item_type);
    if (!fitting) return std::nullopt;
    result.items.push_back(std::move(*fitting));
  }
  return Value{std::move(result)};
}

std::optional<Value> conform_optional(const Value& value, const Type& item_type) {
  const auto* optional = std::get_if<model::Optional>(&value.data);
  if (optional != nullptr && optional->item.empty()) return value;
  auto item = conform(optional == nullptr ? value : optional->item.front(), item_type);
  return item ? std::optional(Value{model::Optional{{std::move(*item)}}}) : std::nullopt;
}

std::optional<Value> conform_record(const Value& value, const model::RecordDef& def) {
  const auto* record = std::get_if<model::Record>(&value.data);
  if (record == nullptr || record->fields.size() != def.fields.size()) return std::nullopt;
  model::Record result;
  for (const model::Field& field : def.fields) {
    const Value* part = record->find(field.name);
    auto fitting = part == nullptr ? std::nullopt : conform(*part, field.type);
    if (!fitting) return std::nullopt;
    result.fields.emplace_back(field.name, std::move(*fitting));
  }
  return Value{std::move(result)};
}

}  // namespace

std::optional<Value> conform(const Value& value, const Type& type) {
  if (const auto* array = std::get_if<model::ArrayType>(&type.data)) return conform_array(value, *array);
  if (const auto* list = std::get_if<model::ListType>(&type.data)) return conform_list(value, *list->item);
  if (const auto* optional = std::get_if<model::OptionalType>(&type.data))
    return conform_optional(value, *optional->item);
  return conform_record(value, *std::get<model::RecordType>(type.data).def);
}

std::optional<Tensor> conform(const Value& value, Scalar element) {
  const auto* tensor = std::get_if<Tensor>(&value.data);
  if (tensor == nullptr || !tensor->shape.empty() || element == Scalar::string) return std::nullopt;
  return with_element(*tensor, element);
}

}  // namespace grader::generate
