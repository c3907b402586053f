#include <cmath>

#include "language/array_reduce.hpp"
#include "language/array_rows.hpp"

namespace grader::language::array {
namespace {

/// NaN after all numbers, as numpy sorts it; a strict weak order, which `<` alone is not.
template <class T>
bool before(T a, T b) {
  return a < b || (b != b && a == a);
}

template <class T>
bool same(T a, T b) {
  return a == b || (a != a && b != b);
}

/// Pays for comparing: each element as often as its row is long in bits.
void pay(const Tensor& x, Index length, Budget& budget) {
  Index bits = 1;
  while (bits < 62 && (Index{1} << bits) < length) ++bits;
  budget.work(x.size() * bits);
}

}  // namespace

Tensor sort(const Tensor& x, Index axis, Budget& budget) {
  const std::size_t along = axis_of(axis, x.shape.size());
  pay(x, x.shape[along], budget);
  return with_kind(kind_of(x), [&](auto zero) {
    using T = decltype(zero);
    return map_rows<T, T>(x, along, budget, [](Row<T> row, std::vector<T>& sorted) {
      sorted.assign(row.begin(), row.end());
      std::sort(sorted.begin(), sorted.end(), before<T>);
    });
  });
}

Tensor argsort(const Tensor& x, Index axis, Budget& budget) {
  const std::size_t along = axis_of(axis, x.shape.size());
  pay(x, x.shape[along], budget);
  return with_kind(kind_of(x), [&](auto zero) {
    using T = decltype(zero);
    return map_rows<T, Index>(x, along, budget, [](Row<T> row, std::vector<Index>& order) {
      std::iota(order.begin(), order.end(), Index{0});
      std::stable_sort(order.begin(), order.end(),
                       [row](Index a, Index b) { return before(row.first[a], row.first[b]); });
    });
  });
}

Tensor unique(const Tensor& x, Budget& budget) {
  pay(x, x.size(), budget);
  return with_kind(kind_of(x), [&](auto zero) {
    using T = decltype(zero);
    const Elements<T> elements(x);
    std::vector<T> sorted = elements.all();
    std::sort(sorted.begin(), sorted.end(), before<T>);
    sorted.erase(std::unique(sorted.begin(), sorted.end(), same<T>), sorted.end());
    Shape shape{static_cast<Index>(sorted.size())};
    return make(std::move(shape), std::move(sorted));
  });
}

}  // namespace grader::language::array
