#include "model/value.hpp"

#include <fmt/format.h>

#include <functional>
#include <numeric>
#include <string_view>

namespace grader::model {

Tensor Tensor::zeros(Scalar element, Shape shape) {
  const auto count = static_cast<std::size_t>(element_count(shape));
  switch (element) {
    case Scalar::float32:
      return {std::move(shape), std::vector<float>(count)};
    case Scalar::int64:
      return {std::move(shape), std::vector<std::int64_t>(count)};
    case Scalar::boolean:
      return {std::move(shape), std::vector<std::uint8_t>(count)};
    default:
      return {std::move(shape), std::vector<double>(count)};
  }
}

Scalar Tensor::element() const {
  constexpr Scalar kByIndex[] = {Scalar::float64, Scalar::float32, Scalar::int64, Scalar::boolean};
  return kByIndex[data.index()];
}

Index Tensor::size() const {
  return std::visit([](const auto& elements) { return static_cast<Index>(elements.size()); }, data);
}

double Tensor::number(Index flat) const {
  return std::visit(
      [flat](const auto& elements) { return static_cast<double>(elements[static_cast<std::size_t>(flat)]); },
      data);
}

// Written out, because clang 14 does not survive defaulted comparisons of types that contain each other.
bool Value::operator==(const Value& other) const { return data == other.data; }
bool List::operator==(const List& other) const { return items == other.items; }
bool Optional::operator==(const Optional& other) const { return item == other.item; }
bool Record::operator==(const Record& other) const { return fields == other.fields; }

const Value* Record::find(std::string_view name) const {
  for (const auto& [field, value] : fields)
    if (field == name) return &value;
  return nullptr;
}

Index element_count(const Shape& shape) {
  return std::accumulate(shape.begin(), shape.end(), Index{1}, std::multiplies<>());
}

std::string to_string(const Shape& shape) {
  return shape.empty() ? "scalar" : fmt::format("{}", fmt::join(shape, "×"));
}

Shape unravel(Index flat, const Shape& shape) {
  Shape index(shape.size());
  for (std::size_t axis = shape.size(); axis-- > 0;) {
    index[axis] = flat % shape[axis];
    flat /= shape[axis];
  }
  return index;
}

namespace {

struct LeafCounter {
  Index operator()(const Tensor& tensor) const { return tensor.size(); }
  Index operator()(const std::string&) const { return 1; }
  Index operator()(const List& list) const { return sum(list.items); }
  Index operator()(const Optional& optional) const { return sum(optional.item); }
  Index operator()(const Record& record) const {
    Index count = 0;
    for (const auto& field : record.fields) count += leaf_count(field.second);
    return count;
  }
  static Index sum(const std::vector<Value>& values) {
    Index count = 0;
    for (const Value& value : values) count += leaf_count(value);
    return count;
  }
};

struct ByteCounter {
  std::size_t operator()(const Tensor& tensor) const {
    return std::visit([](const auto& elements) { return elements.size() * sizeof(elements[0]); },
                      tensor.data);
  }
  std::size_t operator()(const std::string& text) const { return text.size(); }
  std::size_t operator()(const List& list) const { return sum(list.items); }
  std::size_t operator()(const Optional& optional) const { return sum(optional.item); }
  std::size_t operator()(const Record& record) const {
    std::size_t bytes = 0;
    for (const auto& field : record.fields) bytes += byte_count(field.second);
    return bytes;
  }
  static std::size_t sum(const std::vector<Value>& values) {
    std::size_t bytes = values.size() * sizeof(Value);
    for (const Value& value : values) bytes += byte_count(value);
    return bytes;
  }
};

}  // namespace

std::size_t byte_count(const Value& value) { return std::visit(ByteCounter{}, value.data); }

Index leaf_count(const Value& value) { return std::visit(LeafCounter{}, value.data); }

}  // namespace grader::model
