#include "language/array.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace grader::language::array {
namespace {

template <class To>
std::vector<To> copy_as(const Tensor& x) {
  return std::visit(
      [](const auto& from) {
        std::vector<To> to(from.size());
        std::transform(from.begin(), from.end(), to.begin(),
                       [](auto element) { return static_cast<To>(element); });
        return to;
      },
      x.data);
}

std::vector<std::uint8_t> truth_of(const Tensor& x) {
  return std::visit(
      [](const auto& from) {
        std::vector<std::uint8_t> to(from.size());
        std::transform(from.begin(), from.end(), to.begin(),
                       [](auto element) { return static_cast<std::uint8_t>(element != 0); });
        return to;
      },
      x.data);
}

/// The size that two axes broadcast to, -1 where they do not.
Index common(Index a, Index b) {
  if (a == b || b == 1) return a;
  return a == 1 ? b : -1;
}

Index size_from_end(const Shape& shape, std::size_t from_end) {
  return from_end < shape.size() ? shape[shape.size() - 1 - from_end] : 1;
}

}  // namespace

void Budget::work(Index operations) {
  if (operations > kMostWork - worked_) throw Error{"this needs more than 100,000,000 element operations"};
  worked_ += operations;
}

Index Budget::room(const Shape& shape) const {
  if (shape.size() > kMostAxes)
    throw Error{fmt::format("an array has at most {} axes, not {}", kMostAxes, shape.size())};
  Index count = 1;
  Index without_zeros = 1;  // of which strides are made
  for (const Index size : shape) {
    if (size < 0) throw Error{fmt::format("a size cannot be negative: {}", size)};
    if (__builtin_mul_overflow(without_zeros, std::max<Index>(size, 1), &without_zeros) ||
        without_zeros > kMostElements - alive_)
      throw Error{"this needs more than 10,000,000 elements at a time"};
    count *= size;
  }
  return count;
}

Kind kind_of(const Tensor& x) {
  switch (x.element()) {
    case model::Scalar::boolean:
      return Kind::boolean;
    case model::Scalar::int64:
      return Kind::integer;
    default:
      return Kind::real;
  }
}

Tensor converted(const Tensor& x, Kind kind) {
  switch (kind) {
    case Kind::real:
      return {x.shape, copy_as<double>(x)};
    case Kind::boolean:
      return {x.shape, truth_of(x)};
    case Kind::integer:
      if (kind_of(x) == Kind::real) throw Error{"this needs ints, not floats"};
      return {x.shape, copy_as<std::int64_t>(x)};
  }
  return x;
}

Tensor widened(const Tensor& x) {
  return x.element() == model::Scalar::float32 ? converted(x, Kind::real) : x;
}

Tensor make(Shape shape, std::vector<double> elements) { return {std::move(shape), std::move(elements)}; }
Tensor make(Shape shape, std::vector<std::int64_t> elements) {
  return {std::move(shape), std::move(elements)};
}
Tensor make(Shape shape, std::vector<std::uint8_t> elements) {
  return {std::move(shape), std::move(elements)};
}

bool broadcasts(const Shape& a, const Shape& b) {
  const std::size_t rank = std::max(a.size(), b.size());
  for (std::size_t i = 0; i < rank; ++i)
    if (common(size_from_end(a, i), size_from_end(b, i)) < 0) return false;
  return true;
}

Shape broadcast_shape(const Shape& a, const Shape& b) {
  if (!broadcasts(a, b)) throw Error{fmt::format("{} and {} do not broadcast", shape_text(a), shape_text(b))};
  Shape shape(std::max(a.size(), b.size()));
  for (std::size_t i = 0; i < shape.size(); ++i)
    shape[shape.size() - 1 - i] = common(size_from_end(a, i), size_from_end(b, i));
  return shape;
}

std::string shape_text(const Shape& shape) { return fmt::format("[{}]", fmt::join(shape, ", ")); }

std::size_t axis_of(Index axis, std::size_t rank) {
  const auto axes = static_cast<Index>(rank);
  if (axis < -axes || axis >= axes)
    throw Error{rank == 0 ? fmt::format("a scalar has no axis {}", axis)
                          : fmt::format("axis {} is out of bounds for an array with {} {}", axis, rank,
                                        rank == 1 ? "axis" : "axes")};
  return static_cast<std::size_t>(axis < 0 ? axis + axes : axis);
}

Index position(Index index, std::size_t axis, Index size) {
  if (index < -size || index >= size)
    throw Error{fmt::format("index {} is out of bounds for axis {} with size {}", index, axis, size)};
  return index < 0 ? index + size : index;
}

}  // namespace grader::language::array
