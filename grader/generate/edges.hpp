#pragma once

#include <algorithm>
#include <optional>
#include <vector>

#include "generate/elements.hpp"

namespace grader::generate {

// The edge cases, which come before random inputs: input i of a case uses entry i of each generator's `edge`
// list.
//
//   zeros, ones     every element 0, 1
//   constant        one draw for all elements
//   constant_row    one draw for every row (the last axis)
//   repeated_rows   the first row drawn, all others equal to it
//   one_hot         0 but for a single 1 in every row
//   ramp            0, 1, 2, … in row-major order; from low to high where there are bounds
//   length_1        random, with the array's symbols and lengths 1 where their ranges allow it
//   tiny, huge      random, times 1e-3, 1e3
//
// Elements stay in the generator's closed range: what would leave it becomes the nearest bound.

/// The edge case of input number `index`; nothing from where on inputs are random.
inline std::optional<model::Edge> edge_at(const model::Generator& generator, model::Index index) {
  const auto place = static_cast<std::size_t>(index);
  return place < generator.edge.size() ? std::optional(generator.edge[place]) : std::nullopt;
}

/// How many inputs are edge cases of this generator or of a field in it.
inline std::size_t edge_count(const model::Generator& generator) {
  std::size_t count = generator.edge.size();
  for (const auto& field : generator.fields) count = std::max(count, edge_count(field.second));
  return count;
}

/// The length of the last axis; 1 for a scalar.
inline model::Index row_length(const model::Shape& shape) { return shape.empty() ? 1 : shape.back(); }

/// The elements of an array in row-major order. `hot` chooses the places of one_hot.
template <typename T>
std::vector<T> filled(std::optional<model::Edge> edge, const model::Shape& shape, const Elements<T>& elements,
                      Stream& hot) {
  const auto count = static_cast<std::size_t>(model::element_count(shape));
  const auto row = static_cast<std::size_t>(row_length(shape));
  const auto within = [&elements](T wanted) { return std::clamp(wanted, elements.low, elements.high); };
  std::vector<T> values(count);
  if (count == 0) return values;
  switch (edge.value_or(model::Edge::length_1)) {
    case model::Edge::zeros:
      std::fill(values.begin(), values.end(), within(T{0}));
      break;
    case model::Edge::ones:
      std::fill(values.begin(), values.end(), within(T{1}));
      break;
    case model::Edge::constant:
      std::fill(values.begin(), values.end(), elements.draw());
      break;
    case model::Edge::constant_row:
      for (std::size_t i = 0; i < count; ++i) values[i] = i % row == 0 ? elements.draw() : values[i - 1];
      break;
    case model::Edge::repeated_rows:
      for (std::size_t i = 0; i < count; ++i) values[i] = i < row ? elements.draw() : values[i - row];
      break;
    case model::Edge::one_hot:
      std::fill(values.begin(), values.end(), within(T{0}));
      for (std::size_t start = 0; start < count; start += row) values[start + hot.below(row)] = within(T{1});
      break;
    case model::Edge::ramp:
      for (std::size_t i = 0; i < count; ++i)
        values[i] = within(elements.ramp(static_cast<model::Index>(i), static_cast<model::Index>(count)));
      break;
    case model::Edge::length_1:
    case model::Edge::tiny:
    case model::Edge::huge:
      for (T& value : values) value = elements.draw();
      break;
  }
  return values;
}

}  // namespace grader::generate
