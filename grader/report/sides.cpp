#include "report/sides.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <string_view>

namespace grader::report {
namespace {

using model::Index;
using model::Shape;
using model::Tensor;

constexpr Index kMostBroadcast = 100000;  // elements; what is larger is not worth the time

/// The size of each axis, counted from the last; nothing where the shapes do not go together.
std::optional<Shape> common_shape(const Shape& a, const Shape& b) {
  const auto size_at = [](const Shape& shape, std::size_t from_last) {
    return from_last < shape.size() ? shape[shape.size() - 1 - from_last] : Index{1};
  };
  Shape common(std::max(a.size(), b.size()));
  Index count = 1;
  for (std::size_t i = 0; i < common.size(); ++i) {
    const Index left = size_at(a, i);
    const Index right = size_at(b, i);
    if (left != right && left != 1 && right != 1) return std::nullopt;
    common[common.size() - 1 - i] = std::max(left, right);
    if (std::max(left, right) > kMostBroadcast / count) return std::nullopt;
    count *= std::max(left, right);
  }
  return common;
}

/// Where element `flat` of `shape` is in an array of the shape `from`, which goes with it.
Index source_of(Index flat, const Shape& shape, const Shape& from) {
  Index source = 0;
  Index stride = 1;
  for (std::size_t i = 0; i < from.size(); ++i) {
    const Index size = shape[shape.size() - 1 - i];
    const Index own = from[from.size() - 1 - i];
    source += own == 1 ? 0 : flat % size * stride;
    stride *= own;
    flat /= size;
  }
  return source;
}

Tensor broadcast(const Tensor& tensor, const Shape& shape) {
  Tensor result = tensor;
  result.shape = shape;
  const Index count = model::element_count(shape);
  std::visit(
      [&](const auto& from) {
        std::decay_t<decltype(from)> elements;
        for (Index i = 0; i < count; ++i)
          elements.push_back(from[static_cast<std::size_t>(source_of(i, shape, tensor.shape))]);
        result.data = std::move(elements);
      },
      tensor.data);
  return result;
}

template <class Number>
bool holds(std::string_view sign, Number left, Number right) {
  if (sign == "==") return left == right;
  if (sign == "!=") return left != right;
  if (sign == "<") return left < right;
  if (sign == "<=") return left <= right;
  if (sign == ">") return left > right;
  if (sign == ">=") return left >= right;
  return true;
}

/// Element `at` of an array, the only one of a single number.
Index at_or_only(const Tensor& tensor, Index at) { return tensor.shape.empty() ? 0 : at; }

bool holds(std::string_view sign, const Tensor& left, const Tensor& right, Index at) {
  const Index l = at_or_only(left, at);
  const Index r = at_or_only(right, at);
  const auto* a = std::get_if<std::vector<std::int64_t>>(&left.data);
  const auto* b = std::get_if<std::vector<std::int64_t>>(&right.data);
  if (a != nullptr && b != nullptr)
    return holds(sign, (*a)[static_cast<std::size_t>(l)], (*b)[static_cast<std::size_t>(r)]);
  return holds(sign, left.number(l), right.number(r));
}

double distance(const Tensor& left, const Tensor& right, Index at) {
  const double gap = std::abs(left.number(at_or_only(left, at)) - right.number(at_or_only(right, at)));
  return std::isnan(gap) ? std::numeric_limits<double>::infinity() : gap;
}

void mark(std::string_view sign, Sides& sides) {
  double farthest = -1;
  for (std::size_t i = 0; i < sides.marked.size(); ++i) {
    const auto at = static_cast<Index>(i);
    sides.marked[i] = !holds(sign, sides.left, sides.right, at);
    const double gap = distance(sides.left, sides.right, at);
    if (!sides.marked[i] || gap <= farthest) continue;
    farthest = gap;
    sides.worst = at;
  }
  sides.agree = sign == "==";
}

}  // namespace

std::optional<Sides> sides_of(const model::Relation& relation, const model::Difference* difference) {
  const auto* left = std::get_if<Tensor>(&relation.left.data);
  const auto* right = std::get_if<Tensor>(&relation.right.data);
  if (left == nullptr || right == nullptr || left->size() == 0 || right->size() == 0) return std::nullopt;
  Sides sides{*left, *right, {}, 0, false};
  if (left->shape != right->shape && !left->shape.empty() && !right->shape.empty()) {
    const auto shape = common_shape(left->shape, right->shape);
    if (!shape) return std::nullopt;
    sides.left = broadcast(*left, *shape);
    sides.right = broadcast(*right, *shape);
  }
  sides.marked.resize(static_cast<std::size_t>(std::max(sides.left.size(), sides.right.size())));
  const bool is_close = relation.sign == "~=";
  if (is_close && difference != nullptr && difference->wrong.size() == sides.marked.size()) {
    sides.marked = difference->wrong;
    sides.worst = difference->worst;
    sides.agree = true;
  } else {
    mark(relation.sign, sides);
  }
  return sides;
}

}  // namespace grader::report
