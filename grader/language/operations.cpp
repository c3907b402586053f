#include "language/operations.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "language/array_elementwise.hpp"
#include "language/array_linear.hpp"
#include "language/array_shape.hpp"
#include "model/type.hpp"

namespace grader::language {
namespace {

using array::Error;
using model::Index;
using model::Tensor;
using model::Value;

/// A value that gives its room back when nobody needs it any more.
class Held {
 public:
  Held(Value value, array::Budget& budget)
      : value_(std::move(value)), elements_(model::leaf_count(value_)), budget_(budget) {
    budget_.hold(elements_);
  }
  Held(const Held&) = delete;
  Held& operator=(const Held&) = delete;
  ~Held() { budget_.release(elements_); }
  const Value& value() const { return value_; }

 private:
  Value value_;
  Index elements_;
  array::Budget& budget_;
};

[[noreturn]] void refuse(std::string_view wanted, const Value& value) {
  throw Error{fmt::format("this needs {}, not {}", wanted, kind_text(value))};
}

/// One element of the kind that is wanted, or nothing.
const Tensor* scalar_of(const Operand& value, array::Kind highest) {
  const auto* one = std::get_if<Tensor>(&value->data);
  return one != nullptr && one->shape.empty() && array::kind_of(*one) <= highest ? one : nullptr;
}

bool stackable(const std::vector<Operand>& items) {
  const Tensor* first = nullptr;
  for (const Operand& item : items) {
    const auto* array = std::get_if<Tensor>(&item->data);
    if (array == nullptr) return false;
    if (first == nullptr) first = array;
    const bool alike =
        (array::kind_of(*array) == array::Kind::boolean) == (array::kind_of(*first) == array::Kind::boolean);
    if (array->shape != first->shape || !alike) return false;
  }
  return true;
}

}  // namespace

Operand borrowed(const Value& value) { return {Operand(), &value}; }

Operand part_of(const Operand& whole, const Value& part) { return {whole, &part}; }

Operand Workspace::own(Value value) {
  const auto held = std::make_shared<Held>(std::move(value), budget_);
  return {held, &held->value()};
}

std::string kind_text(const Value& value) {
  struct Text {
    std::string operator()(const Tensor& array) const {
      const std::string element = model::to_string(array.element());
      return array.shape.empty() ? element : element + array::shape_text(array.shape);
    }
    std::string operator()(const std::string&) const { return "a string"; }
    std::string operator()(const model::List&) const { return "a list"; }
    std::string operator()(const model::Optional&) const { return "an optional"; }
    std::string operator()(const model::Record&) const { return "a record"; }
  };
  return std::visit(Text{}, value.data);
}

Operand as_array(const Operand& value, Workspace& work) {
  if (const auto* array = std::get_if<Tensor>(&value->data)) {
    if (array->element() != model::Scalar::float32) return value;
    work.budget().work(work.budget().room(array->shape));
    return work.own(array::widened(*array));
  }
  if (std::holds_alternative<model::List>(value->data)) {
    Operand array = list_of(items_of(value, work), work);
    if (std::holds_alternative<Tensor>(array->data)) return array;
  }
  refuse("an array", *value);
}

const Tensor& tensor(const Operand& array) { return std::get<Tensor>(array->data); }

std::vector<Operand> items_of(const Operand& value, Workspace& work) {
  std::vector<Operand> items;
  if (const auto* list = std::get_if<model::List>(&value->data)) {
    work.budget().work(static_cast<Index>(list->items.size()));
    for (const Value& item : list->items)
      items.push_back(std::holds_alternative<Tensor>(item.data) ? as_array(part_of(value, item), work)
                                                                : part_of(value, item));
    return items;
  }
  const auto* whole = std::get_if<Tensor>(&value->data);
  if (whole == nullptr || whole->shape.empty()) refuse("a list", *value);
  const Operand array = as_array(value, work);
  for (Index i = 0; i < whole->shape.front(); ++i)
    items.push_back(work.own(array::indexed(tensor(array), {{false, i, {}, {}, {}}}, work.budget())));
  return items;
}

Index int_of(const Operand& value, Workspace&) {
  const Tensor* one = scalar_of(value, array::Kind::integer);
  if (one == nullptr) refuse("one int", *value);
  return array::Elements<Index>(*one)[0];
}

double real_of(const Operand& value, Workspace&) {
  const Tensor* one = scalar_of(value, array::Kind::real);
  if (one == nullptr) refuse("one number", *value);
  return one->number(0);
}

bool bool_of(const Operand& value, Workspace&) {
  const Tensor* one = scalar_of(value, array::Kind::boolean);
  if (one == nullptr) refuse("true or false", *value);
  return one->number(0) != 0;
}

std::vector<Index> ints_of(const Operand& value, Workspace& work) {
  const Operand array = as_array(value, work);
  if (tensor(array).shape.size() > 1 || array::kind_of(tensor(array)) == array::Kind::real)
    refuse("ints", *array);
  return array::Elements<Index>(tensor(array)).all();
}

bool truth_of(const Operand& value, Workspace& work) {
  const auto* array = std::get_if<Tensor>(&value->data);
  if (array == nullptr || array::kind_of(*array) != array::Kind::boolean) refuse("true or false", *value);
  work.budget().work(array->size());
  const auto& elements = std::get<std::vector<std::uint8_t>>(array->data);
  return std::find(elements.begin(), elements.end(), 0) == elements.end();
}

Operand list_of(const std::vector<Operand>& items, Workspace& work) {
  if (items.empty()) return work.own(Tensor::zeros(model::Scalar::int64, {0}));
  if (stackable(items)) return join("stack", items, nullptr, work);
  model::List list;
  for (const Operand& item : items) {
    work.budget().work(model::leaf_count(*item));
    list.items.push_back(*item);
  }
  return work.own(Value{std::move(list)});
}

Operand arithmetic(std::string_view sign, const Operand& left, const Operand& right, Workspace& work) {
  const Operand a = as_array(left, work);
  const Operand b = as_array(right, work);
  if (sign == "@") return work.own(array::matmul(tensor(a), tensor(b), work.budget()));
  return work.own(array::arithmetic(sign, tensor(a), tensor(b), work.budget()));
}

Operand join(std::string_view function, const std::vector<Operand>& parts, const Operand& axis,
             Workspace& work) {
  const Index along = axis == nullptr ? 0 : int_of(axis, work);
  std::vector<Operand> arrays;
  std::vector<const Tensor*> pointers;
  for (const Operand& part : parts) {
    arrays.push_back(as_array(part, work));
    pointers.push_back(&tensor(arrays.back()));
  }
  return work.own(function == "stack" ? array::stack(pointers, along, work.budget())
                                      : array::concatenate(pointers, along, work.budget()));
}

}  // namespace grader::language
