#include "spec/symbols.hpp"

#include <algorithm>

namespace grader::spec {

using model::Dim;

void for_each_dim(const model::Type& type, const std::function<void(const Dim&)>& use) {
  if (const auto* array = std::get_if<model::ArrayType>(&type.data))
    std::for_each(array->dims.begin(), array->dims.end(), use);
  if (const auto* list = std::get_if<model::ListType>(&type.data)) for_each_dim(*list->item, use);
  if (const auto* optional = std::get_if<model::OptionalType>(&type.data)) for_each_dim(*optional->item, use);
  if (const auto* record = std::get_if<model::RecordType>(&type.data))
    for (const model::Field& field : record->def->fields) for_each_dim(field.type, use);
}

void for_each_name(const Dim& dim, const std::function<void(const std::string&)>& use) {
  if (dim.op == Dim::Op::name) use(dim.name);
  for (const Dim& operand : dim.operands) for_each_name(operand, use);
}

void for_each_length(const Dim& dim, const std::function<void(const std::string&)>& use) {
  if (dim.op == Dim::Op::length) use(dim.name);
  for (const Dim& operand : dim.operands) for_each_length(operand, use);
}

std::set<std::string> symbols_of(const model::Function& function) {
  std::set<std::string> symbols;
  for (const model::Field& param : function.params)
    for_each_dim(param.type, [&](const Dim& dim) {
      for_each_name(dim, [&](const std::string& name) {
        if (find_parameter(function, name) == nullptr) symbols.insert(name);
      });
    });
  return symbols;
}

std::set<std::string> bound_symbols(const model::Function& function) {
  std::set<std::string> symbols;
  for (const model::Field& param : function.params)
    for_each_dim(param.type, [&](const Dim& dim) {
      if (dim.op == Dim::Op::name) symbols.insert(dim.name);
    });
  return symbols;
}

const model::Field* find_parameter(const model::Function& function, std::string_view name) {
  for (const model::Field& param : function.params)
    if (param.name == name) return &param;
  return nullptr;
}

bool is_int_parameter(const model::Function& function, std::string_view name) {
  const model::Field* param = find_parameter(function, name);
  return param != nullptr && model::is_scalar(param->type, model::Scalar::int64);
}

bool has_length(const model::Function& function, std::string_view name) {
  const model::Field* param = find_parameter(function, name);
  if (param == nullptr) return false;
  const auto* array = std::get_if<model::ArrayType>(&param->type.data);
  if (array != nullptr) return !array->dims.empty() || array->element == model::Scalar::string;
  return std::holds_alternative<model::ListType>(param->type.data);
}

}  // namespace grader::spec
