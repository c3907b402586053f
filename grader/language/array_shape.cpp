#include "language/array_shape.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <functional>
#include <numeric>

namespace grader::language::array {
namespace {

/// A view that the elements are read through; `change` moves its start and strides.
template <class F>
Tensor seen_through(const Tensor& x, Budget& budget, F change) {
  View view = whole(x.shape);
  change(view);
  return gather(x, view, budget);
}

Index modulo(Index a, Index b) { return (a % b + b) % b; }

template <class Keep>
Tensor part_of_matrices(const Tensor& x, std::string_view name, Budget& budget, Keep keep) {
  const std::size_t rank = x.shape.size();
  if (rank < 2) throw Error{fmt::format("{} needs at least two axes, not {}", name, shape_text(x.shape))};
  budget.work(budget.room(x.shape));
  const Index rows = x.shape[rank - 2];
  const Index columns = x.shape[rank - 1];
  Tensor result = x;
  std::visit(
      [&](auto& elements) {
        for (std::size_t i = 0; i < elements.size(); ++i) {
          const auto flat = static_cast<Index>(i);
          if (!keep(flat / columns % rows, flat % columns)) elements[i] = 0;
        }
      },
      result.data);
  return result;
}

}  // namespace

Tensor transpose(const Tensor& x, Budget& budget) {
  std::vector<std::size_t> order(x.shape.size());
  std::iota(order.rbegin(), order.rend(), 0U);
  return gather(x, permuted(whole(x.shape), order), budget);
}

Tensor reshape(const Tensor& x, Shape shape) {
  const auto refuse = [&, wanted = shape] {
    throw Error{fmt::format("{} elements do not fit into {}", x.size(), shape_text(wanted))};
  };
  if (shape.size() > kMostAxes) refuse();
  Index known = 1;
  Index* open = nullptr;
  for (Index& size : shape) {
    if (size < -1 || (size == -1 && open != nullptr)) refuse();
    if (size == -1)
      open = &size;
    else if (__builtin_mul_overflow(known, size, &known))
      refuse();
  }
  if (open != nullptr) {
    if (known == 0 || x.size() % known != 0) refuse();
    *open = x.size() / known;
  } else if (known != x.size()) {
    refuse();
  }
  return {std::move(shape), x.data};
}

Tensor broadcast_to(const Tensor& x, const Shape& shape, Budget& budget) {
  budget.room(shape);
  return gather(x, broadcast(whole(x.shape), shape), budget);
}

Tensor flip(const Tensor& x, const std::vector<Index>& axes, Budget& budget) {
  std::vector<bool> flipped(x.shape.size(), axes.empty());
  for (const Index axis : axes) flipped[axis_of(axis, x.shape.size())] = true;
  return seen_through(x, budget, [&](View& view) {
    for (std::size_t axis = 0; axis < flipped.size(); ++axis) {
      if (!flipped[axis] || x.shape[axis] == 0) continue;
      view.start += (x.shape[axis] - 1) * view.strides[axis];
      view.strides[axis] = -view.strides[axis];
    }
  });
}

Tensor roll(const Tensor& x, Index shift, const std::vector<Index>& axis, Budget& budget) {
  if (axis.empty()) {
    const Tensor flat = reshape(x, {x.size()});
    return reshape(roll(flat, shift, {0}, budget), x.shape);
  }
  const std::size_t along = axis_of(axis.front(), x.shape.size());
  const Index size = x.shape[along];
  if (size == 0) return x;
  std::vector<Index> from(static_cast<std::size_t>(size));
  for (Index i = 0; i < size; ++i) from[static_cast<std::size_t>(i)] = modulo(i - modulo(shift, size), size);
  return take(x, make({size}, std::move(from)), {static_cast<Index>(along)}, budget);
}

Tensor take(const Tensor& x, const Tensor& indices, const std::vector<Index>& axis, Budget& budget) {
  if (axis.empty()) return take(reshape(x, {x.size()}), indices, {0}, budget);
  const std::size_t along = axis_of(axis.front(), x.shape.size());
  const Elements<Index> chosen(indices);
  // Each element of the result is the first of its index along the axis, and so many further.
  View view = whole(x.shape);
  const Index stride = view.strides[along];
  const Index size = x.shape[along];
  view.shape.erase(view.shape.begin() + static_cast<std::ptrdiff_t>(along));
  view.strides.erase(view.strides.begin() + static_cast<std::ptrdiff_t>(along));
  const auto at = static_cast<std::ptrdiff_t>(along);
  view.shape.insert(view.shape.begin() + at, indices.shape.begin(), indices.shape.end());
  View numbers = whole(view.shape);
  budget.work(2 * budget.room(view.shape));
  const View of_indices = whole(indices.shape);
  View choice{view.shape, std::vector<Index>(view.shape.size(), 0), 0};
  std::copy(of_indices.strides.begin(), of_indices.strides.end(), choice.strides.begin() + at);
  view.strides.insert(view.strides.begin() + at, indices.shape.size(), 0);
  std::vector<Index> places = offsets(view);
  const std::vector<Index> choices = offsets(choice);
  for (std::size_t i = 0; i < places.size(); ++i)
    places[i] += stride * position(chosen[choices[i]], along, size);
  return pick(x, places, std::move(numbers.shape));
}

Tensor triu(const Tensor& x, Index k, Budget& budget) {
  return part_of_matrices(x, "triu", budget, [k](Index row, Index column) { return column - row >= k; });
}

Tensor tril(const Tensor& x, Index k, Budget& budget) {
  return part_of_matrices(x, "tril", budget, [k](Index row, Index column) { return column - row <= k; });
}

Tensor eye(Index n, Budget& budget) {
  const Index count = budget.room({n, n});
  budget.work(count);
  std::vector<double> elements(static_cast<std::size_t>(count));
  for (Index i = 0; i < n; ++i) elements[static_cast<std::size_t>(i * n + i)] = 1;
  return make({n, n}, std::move(elements));
}

Tensor full(const Shape& shape, const Tensor& value, Budget& budget) {
  return broadcast_to(value, shape, budget);
}

Tensor indexed(const Tensor& x, const std::vector<Pick>& picks, Budget& budget) {
  return gather(x, indexed(whole(x.shape), picks), budget);
}

Tensor with_part(const Tensor& x, const std::vector<Index>& indices, const Tensor& value, Budget& budget) {
  std::vector<Pick> picks;
  for (const Index index : indices) picks.push_back({false, index, {}, {}, {}});
  const View part = indexed(whole(x.shape), picks);
  budget.work(budget.room(x.shape));
  const std::vector<Index> places = offsets(part);
  const std::vector<Index> sources = offsets(broadcast(whole(value.shape), part.shape));
  return with_kind(std::max(kind_of(x), kind_of(value)), [&](auto zero) {
    using T = decltype(zero);
    const Elements<T> old(x), fresh(value);
    std::vector<T> elements = old.all();
    for (std::size_t i = 0; i < places.size(); ++i)
      elements[static_cast<std::size_t>(places[i])] = fresh[sources[i]];
    return make(x.shape, std::move(elements));
  });
}

}  // namespace grader::language::array
