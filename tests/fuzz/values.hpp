#pragma once

#include <limits>
#include <type_traits>

#include "language/property.hpp"
#include "model/type.hpp"
#include "model/value.hpp"

/// What the fuzz targets share: values of any type, and functions that return them.
namespace grader::fuzz {

inline void require(bool holds) {
  if (!holds) __builtin_trap();
}

/// What a student's function may do instead of returning.
struct Crash {};

/// The numbers of a made array.
enum class Numbers {
  small,    // 0 and 1 in turns
  extreme,  // the ends of the type's range, and what is no number
};

template <class Element>
Element number_at(std::size_t index, Numbers numbers) {
  if constexpr (std::is_same_v<Element, std::uint8_t>) {
    return static_cast<Element>(index % 2);
  } else {
    using Limits = std::numeric_limits<Element>;
    if (numbers == Numbers::small) return static_cast<Element>(index % 2);
    const Element ends[] = {Limits::max(),       Limits::lowest(), Limits::infinity(), Element{0},
                            Limits::quiet_NaN(), Element(-1),      Limits::min()};
    return ends[index % std::size(ends)];
  }
}

/// Some value of a type, as a function would return it. Crash where it would be too large.
inline model::Value value_of(const model::Type& type, const model::Bindings& bindings,
                             Numbers numbers = Numbers::small) {
  if (const auto* array = std::get_if<model::ArrayType>(&type.data)) {
    if (array->element == model::Scalar::string) return {"ab"};
    model::Shape shape;
    model::Index count = 1;
    for (const model::Dim& dim : array->dims) {
      shape.push_back(model::evaluate(dim, bindings).value_or(2));
      if (shape.back() < 0 || shape.back() > 1000) throw Crash{};
      count *= shape.back();
      if (count > 10'000) throw Crash{};
    }
    model::Tensor tensor = model::Tensor::zeros(array->element, shape);
    std::visit(
        [numbers](auto& elements) {
          using Element = typename std::decay_t<decltype(elements)>::value_type;
          for (std::size_t i = 0; i < elements.size(); ++i) elements[i] = number_at<Element>(i, numbers);
        },
        tensor.data);
    return {std::move(tensor)};
  }
  if (const auto* list = std::get_if<model::ListType>(&type.data))
    return {
        model::List{{value_of(*list->item, bindings, numbers), value_of(*list->item, bindings, numbers)}}};
  if (const auto* optional = std::get_if<model::OptionalType>(&type.data))
    return {model::Optional{{value_of(*optional->item, bindings, numbers)}}};
  model::Record record;
  for (const model::Field& field : std::get<model::RecordType>(type.data).def->fields)
    record.fields.emplace_back(field.name, value_of(field.type, bindings, numbers));
  return {std::move(record)};
}

/// Functions that return some value of their type. What they are called with has to fit their signatures.
class Calls : public language::Functions {
 public:
  Calls(const model::Function& judged, Numbers numbers) : judged_(judged), numbers_(numbers) {}
  model::Value call(const model::Arguments& arguments) override { return call_reference(judged_, arguments); }
  model::Value call_reference(const model::Function& function, const model::Arguments& arguments) override {
    model::Bindings bindings;
    require(model::bind(function, arguments, bindings).empty());
    return value_of(function.returns, bindings, numbers_);
  }

 private:
  const model::Function& judged_;
  Numbers numbers_;
};

}  // namespace grader::fuzz
