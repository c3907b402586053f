#include <fmt/format.h>

#include <algorithm>

#include "language/evaluate_calls.hpp"

namespace grader::language {
namespace {

using array::Error;
using model::Tensor;
using model::Value;

/// Reads a value as one type.
class AsType {
 public:
  AsType(const Operand& value, const model::Type& type, const std::string& path, Workspace& work)
      : value_(value), type_(type), path_(path), work_(work) {}

  Value operator()(const model::ArrayType& form) const {
    if (form.element == model::Scalar::string) {
      if (!std::holds_alternative<std::string>(value_->data)) refuse();
      return *value_;
    }
    const bool is_array = std::holds_alternative<Tensor>(value_->data);
    if (!is_array && !std::holds_alternative<model::List>(value_->data)) refuse();
    const Operand array = is_array ? value_ : as_array(value_, work_);
    work_.budget().work(tensor(array).size());
    return {as_element(tensor(array), form.element)};
  }

  Value operator()(const model::ListType& form) const {
    const auto* array = std::get_if<Tensor>(&value_->data);
    const bool many = array != nullptr && !array->shape.empty();
    if (!many && !std::holds_alternative<model::List>(value_->data)) refuse();
    model::List list;
    for (const Operand& item : items_of(value_, work_))
      list.items.push_back(as_type(item, *form.item, fmt::format("{}[{}]", path_, list.items.size()), work_));
    return {std::move(list)};
  }

  Value operator()(const model::OptionalType& form) const {
    const auto* optional = std::get_if<model::Optional>(&value_->data);
    if (optional == nullptr) return {model::Optional{{as_type(value_, *form.item, path_, work_)}}};
    if (optional->item.empty()) return {model::Optional{}};
    return {model::Optional{{as_type(part_of(value_, optional->item.front()), *form.item, path_, work_)}}};
  }

  Value operator()(const model::RecordType& form) const {
    const auto* record = std::get_if<model::Record>(&value_->data);
    if (record == nullptr || record->fields.size() != form.def->fields.size()) refuse();
    model::Record result;
    for (const model::Field& field : form.def->fields) {
      const Value* value = record->find(field.name);
      if (value == nullptr) refuse();
      result.fields.emplace_back(field.name, as_type(part_of(value_, *value), field.type,
                                                     fmt::format("{}.{}", path_, field.name), work_));
    }
    return {std::move(result)};
  }

 private:
  Tensor as_element(const Tensor& array, model::Scalar element) const {
    const array::Kind kind = array::kind_of(array);
    if (array.element() == element) return array;
    if (element == model::Scalar::float64 && kind != array::Kind::boolean)
      return converted(array, array::Kind::real);
    if (element == model::Scalar::float32 && kind != array::Kind::boolean) return narrowed(array);
    refuse();
  }

  static Tensor narrowed(const Tensor& array) {
    const array::Elements<double> wide(array);
    std::vector<float> elements(wide.all().size());
    std::transform(wide.all().begin(), wide.all().end(), elements.begin(),
                   [](double element) { return static_cast<float>(element); });
    return {array.shape, std::move(elements)};
  }

  [[noreturn]] void refuse() const {
    throw Error{fmt::format("{} is {}, expected {}", path_, kind_text(*value_), model::to_string(type_))};
  }

  const Operand& value_;
  const model::Type& type_;
  const std::string& path_;
  Workspace& work_;
};

}  // namespace

Value as_type(const Operand& value, const model::Type& type, const std::string& path, Workspace& work) {
  return std::visit(AsType(value, type, path, work), type.data);
}

}  // namespace grader::language
