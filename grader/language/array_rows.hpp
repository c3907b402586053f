#pragma once

#include <algorithm>
#include <numeric>
#include <type_traits>
#include <utility>
#include <vector>

#include "language/array_view.hpp"

/// An array cut into rows that are worked on one by one: along one axis, or along several taken together.
namespace grader::language::array {

template <class T>
struct Row {
  const T* first;
  std::size_t size;
  const T* begin() const { return first; }
  const T* end() const { return first + size; }
};

/// All axes in order, but those that are `taken` at the end.
inline std::vector<std::size_t> taken_last(const std::vector<bool>& taken) {
  std::vector<std::size_t> order(taken.size());
  std::iota(order.begin(), order.end(), 0U);
  std::stable_partition(order.begin(), order.end(), [&](std::size_t axis) { return !taken[axis]; });
  return order;
}

/// f(row) for each combination of the other axes: one element each. Without keepdims the taken axes are gone.
template <class T, class F>
Tensor reduce_rows(const Tensor& x, const std::vector<bool>& taken, bool keepdims, Budget& budget, F f) {
  using R = std::decay_t<decltype(f(Row<T>{}))>;
  Shape shape;
  Index length = 1;
  Index count = 1;
  for (std::size_t axis = 0; axis < taken.size(); ++axis) {
    (taken[axis] ? length : count) *= x.shape[axis];
    if (!taken[axis] || keepdims) shape.push_back(taken[axis] ? 1 : x.shape[axis]);
  }
  budget.work(x.size() + budget.room(shape));
  const std::vector<std::size_t> order = taken_last(taken);
  const bool in_place = std::is_sorted(order.begin(), order.end());
  const Tensor moved = in_place ? Tensor{} : gather(x, permuted(whole(x.shape), order), budget);
  const Elements<T> elements(in_place ? x : moved);
  std::vector<R> result(static_cast<std::size_t>(count));
  const auto step = static_cast<std::size_t>(length);
  for (std::size_t i = 0; i < result.size(); ++i)
    result[i] = f(Row<T>{elements.all().data() + i * step, step});
  return make(std::move(shape), std::move(result));
}

/// f(row, result) for each row along the axis, filling a row of the same length.
template <class T, class R, class F>
Tensor map_rows(const Tensor& x, std::size_t axis, Budget& budget, F f) {
  budget.work(3 * budget.room(x.shape));
  std::vector<bool> taken(x.shape.size(), false);
  taken[axis] = true;
  const std::vector<std::size_t> order = taken_last(taken);
  const View moved = permuted(whole(x.shape), order);
  const Elements<T> elements(x);
  const std::vector<Index> places = offsets(moved);
  std::vector<R> result(places.size());
  const auto length = static_cast<std::size_t>(x.shape[axis]);
  std::vector<T> from(length);
  std::vector<R> to(length);
  for (std::size_t at = 0; at < places.size(); at += length) {
    for (std::size_t i = 0; i < length; ++i) from[i] = elements[places[at + i]];
    f(Row<T>{from.data(), length}, to);
    for (std::size_t i = 0; i < length; ++i) result[static_cast<std::size_t>(places[at + i])] = to[i];
  }
  return make(x.shape, std::move(result));
}

}  // namespace grader::language::array
