#include "generate/array.hpp"

#include <fmt/format.h>

#include <cmath>

#include "generate/conform.hpp"
#include "generate/edges.hpp"
#include "generate/names.hpp"
#include "generate/structured.hpp"

namespace grader::generate {
namespace {

using model::Distribution;
using model::Edge;
using model::Generator;
using model::Index;
using model::Scalar;
using model::Shape;
using model::Tensor;

constexpr Index kDefaultLongest = 8;
constexpr Index kMostElements = Index{1} << 24;

Shape make_shape(const Generator& generator, const model::ArrayType& type, std::optional<Edge> edge,
                 const Part& part) {
  Stream lengths = part.stream("length");
  Shape shape;
  Index count = 1;
  for (const model::Dim& dim : type.dims) {
    const auto size = dim.op == model::Dim::Op::any
                          ? std::optional(make_length(generator, edge, part, lengths))
                          : model::evaluate(dim, part.bindings());
    if (!size) part.fail(fmt::format("nothing gives '{}' a size", model::to_string(dim)));
    if (*size < 0) part.fail(fmt::format("size '{}' is {}", model::to_string(dim), *size));
    if (__builtin_mul_overflow(count, *size, &count) || count > kMostElements)
      part.fail(fmt::format("has more than {} elements", kMostElements));
    shape.push_back(*size);
  }
  return shape;
}

void need_rank(const Generator& generator, const Shape& shape, bool fits, const Part& part) {
  if (!fits)
    part.fail(fmt::format("'{}' cannot make {}", to_string(generator.distribution),
                          shape.empty() ? "a scalar" : "an array of " + model::to_string(shape)));
}

/// Dirichlet rows under an edge case that belongs to them: equal parts, one row again and again, or a corner.
std::vector<double> dirichlet(const Generator& generator, std::optional<Edge> edge, const Shape& shape,
                              const Part& part, Stream& stream) {
  const double alpha = part.number(generator, "alpha", 1);
  if (!(alpha > 0)) part.fail(fmt::format("'dirichlet' needs alpha > 0, it is {}", alpha));
  const Index length = row_length(shape);
  need_rank(generator, shape, !shape.empty() && length > 0, part);
  const Index rows = model::element_count(shape) / length;
  if (edge == Edge::one_hot) return one_hot_rows(rows, length, stream);
  if (edge == Edge::constant || edge == Edge::constant_row)
    return std::vector<double>(static_cast<std::size_t>(rows * length), 1.0 / static_cast<double>(length));
  if (edge != Edge::repeated_rows) return dirichlet_rows(rows, length, alpha, stream);
  const std::vector<double> row = dirichlet_rows(1, length, alpha, stream);
  std::vector<double> values;
  for (Index i = 0; i < rows; ++i) values.insert(values.end(), row.begin(), row.end());
  return values;
}

std::vector<double> shuffled(std::optional<Edge> edge, const Shape& shape, Stream& stream) {
  std::vector<Index> order = permutation(shape[0], stream);
  if (edge == Edge::ramp) std::sort(order.begin(), order.end());
  return {order.begin(), order.end()};
}

/// All but the numbers that are drawn one by one; nothing for those.
std::optional<std::vector<double>> structured(const Generator& generator, std::optional<Edge> edge,
                                              const Shape& shape, const Part& part, Stream& stream) {
  const std::size_t rank = shape.size();
  switch (generator.distribution) {
    case Distribution::dirichlet:
      return dirichlet(generator, edge, shape, part, stream);
    case Distribution::permutation:
      need_rank(generator, shape, rank == 1, part);
      return shuffled(edge, shape, stream);
    case Distribution::orthogonal:
      need_rank(generator, shape, rank == 2, part);
      return orthogonal(shape[0], shape[1], stream);
    case Distribution::spd:
      need_rank(generator, shape, rank == 2 && shape[0] == shape[1], part);
      return positive_definite(shape[0], edge ? edge_factor(edge) : drawn_scale(generator, part), stream);
    case Distribution::one_hot:
      need_rank(generator, shape, rank == 1 || rank == 2, part);
      return one_hot_rows(rank == 1 ? 1 : shape[0], shape.back(), stream);
    case Distribution::causal_mask:
      need_rank(generator, shape, rank == 2, part);
      return causal_mask(shape[0], shape[1]);
    default:
      return std::nullopt;
  }
}

template <typename T>
Tensor tensor_of(Shape shape, const std::vector<double>& values) {
  std::vector<T> elements;
  elements.reserve(values.size());
  for (const double value : values) elements.push_back(static_cast<T>(value));
  return {std::move(shape), std::move(elements)};
}

Tensor real_tensor(Scalar element, Shape shape, const std::vector<double>& values, const Part& part) {
  Tensor tensor;
  if (element == Scalar::boolean) return tensor_of<std::uint8_t>(std::move(shape), values);
  if (element == Scalar::int64) return tensor_of<std::int64_t>(std::move(shape), values);
  tensor = element == Scalar::float32 ? tensor_of<float>(std::move(shape), values)
                                      : tensor_of<double>(std::move(shape), values);
  for (Index i = 0; i < tensor.size(); ++i)
    if (!std::isfinite(tensor.number(i)))
      part.fail(fmt::format("a value is too large for {}", model::to_string(element)));
  return tensor;
}

/// A plain scalar stands for all elements of an array.
Tensor repeated(const Generator& generator, Scalar element, const Shape& shape, const Part& part) {
  const auto scalar = generator.options.empty() ? std::nullopt : conform(generator.options[0], element);
  if (!scalar) part.fail(fmt::format("the constant is no {}", model::to_string(element)));
  const auto count = static_cast<std::size_t>(model::element_count(shape));
  return std::visit(
      [&](const auto& data) {
        return Tensor{shape, std::decay_t<decltype(data)>(count, data[0])};
      },
      scalar->data);
}

}  // namespace

std::pair<Index, Index> length_range(const Generator& generator, const Part& part) {
  if (!generator.length_low && !generator.length_high) return {1, kDefaultLongest};
  const Index high =
      part.whole(generator.length_high ? *generator.length_high : *generator.length_low, "length");
  const Index low =
      generator.length_low ? part.whole(*generator.length_low, "length") : std::min<Index>(1, high);
  if (low < 0 || low > high) part.fail(fmt::format("length {}..{} is no range", low, high));
  return {low, high};
}

Index make_length(const Generator& generator, std::optional<Edge> edge, const Part& part, Stream& stream) {
  const auto [low, high] = length_range(generator, part);
  return edge == Edge::length_1 ? std::clamp<Index>(1, low, high) : stream.between(low, high);
}

model::Value make_array(const Generator& generator, const model::ArrayType& type, std::optional<Edge> edge,
                        const Part& part) {
  if (type.element == Scalar::string)
    part.fail(fmt::format("'{}' cannot make a string", to_string(generator.distribution)));
  const Shape shape = make_shape(generator, type, edge, part);
  if (generator.distribution == Distribution::constant)
    return {repeated(generator, type.element, shape, part)};
  Stream stream = part.stream("value");
  if (const auto values = structured(generator, edge, shape, part, stream))
    return {real_tensor(type.element, shape, *values, part)};
  Stream hot = part.stream("hot");
  if (type.element == Scalar::int64)
    return {Tensor{shape, filled(edge, shape, whole_elements(generator, part, stream), hot)}};
  const auto values = filled(edge, shape, real_elements(generator, edge, part, stream), hot);
  return {real_tensor(type.element, shape, values, part)};
}

}  // namespace grader::generate
