#include "language/array_reduce.hpp"

#include <fmt/format.h>

#include <cmath>
#include <functional>

#include "language/array_elementwise.hpp"
#include "language/array_numbers.hpp"
#include "language/array_rows.hpp"

namespace grader::language::array {
namespace {

using Int = std::int64_t;
using Truth = std::uint8_t;

std::vector<bool> taken_axes(const Tensor& x, const Axes& axes) {
  std::vector<bool> taken(x.shape.size(), axes.all);
  for (const Index named : axes.axes) {
    const std::size_t axis = axis_of(named, x.shape.size());
    if (taken[axis]) throw Error{fmt::format("axis {} is named twice", named)};
    taken[axis] = true;
  }
  return taken;
}

double sum_of(Row<double> row) { return std::accumulate(row.begin(), row.end(), 0.0); }

/// What one reduction of one array needs beside the function on its rows.
struct Reduction {
  const Tensor& x;
  std::vector<bool> taken;
  bool keepdims;
  Budget& budget;

  template <class T, class F>
  Tensor rows(F f) const {
    return reduce_rows<T>(x, taken, keepdims, budget, f);
  }

  /// From the first value on, with ints exactly.
  template <class IntF, class RealF>
  Tensor fold(Int first, IntF of_ints, RealF of_reals) const {
    if (kind_of(x) != Kind::real)
      return rows<Int>([&](Row<Int> row) { return std::accumulate(row.begin(), row.end(), first, of_ints); });
    return rows<double>([&](Row<double> row) {
      return std::accumulate(row.begin(), row.end(), static_cast<double>(first), of_reals);
    });
  }

  /// The number in its row of the element that `better(a, b)` prefers; the first NaN before all others.
  template <class T, class Better>
  static std::size_t best(Row<T> row, Better better) {
    std::size_t found = 0;
    for (std::size_t i = 0; i < row.size; ++i) {
      const T element = row.first[i];
      if (element != element) return i;
      if (better(element, row.first[found])) found = i;
    }
    return found;
  }

  void refuse_empty(std::string_view function) const {
    for (std::size_t axis = 0; axis < taken.size(); ++axis)
      if (taken[axis] && x.shape[axis] == 0)
        throw Error{fmt::format("{} of no elements: the array is {}", function, shape_text(x.shape))};
  }

  template <class Better>
  Tensor extreme(Better better) const {
    return with_kind(kind_of(x), [&](auto zero) {
      using T = decltype(zero);
      return rows<T>([&](Row<T> row) { return row.first[best(row, better)]; });
    });
  }

  Tensor place_of_largest() const {
    return with_kind(kind_of(x), [&](auto zero) {
      using T = decltype(zero);
      return rows<T>([](Row<T> row) { return static_cast<Int>(best(row, std::greater<>())); });
    });
  }
};

double norm_of(Row<double> row) {
  return std::sqrt(std::accumulate(row.begin(), row.end(), 0.0,
                                   [](double sum, double element) { return sum + element * element; }));
}

Truth any_of(Row<Truth> row) {
  return std::any_of(row.begin(), row.end(), [](Truth t) { return t != 0; }) ? Truth{1} : Truth{0};
}

Truth all_of(Row<Truth> row) {
  return std::all_of(row.begin(), row.end(), [](Truth t) { return t != 0; }) ? Truth{1} : Truth{0};
}

}  // namespace

Tensor reduced(std::string_view function, const Tensor& x, const Axes& axes, Budget& budget) {
  const Reduction reduction{x, taken_axes(x, axes), axes.keepdims, budget};
  if (function == "sum") return reduction.fold(0, int_add, std::plus<double>());
  if (function == "prod") return reduction.fold(1, int_multiply, std::multiplies<double>());
  if (function == "any") return reduction.rows<Truth>(any_of);
  if (function == "all") return reduction.rows<Truth>(all_of);
  if (function == "norm") return reduction.rows<double>(norm_of);
  if (function == "mean")
    return reduction.rows<double>(
        [](Row<double> row) { return sum_of(row) / static_cast<double>(row.size); });
  reduction.refuse_empty(function);
  if (function == "min") return reduction.extreme(std::less<>());
  if (function == "max") return reduction.extreme(std::greater<>());
  return reduction.place_of_largest();
}

Tensor variance(const Tensor& x, const Axes& axes, double ddof, bool root, Budget& budget) {
  const auto of_row = [ddof, root](Row<double> row) {
    const auto size = static_cast<double>(row.size);
    const double mean = sum_of(row) / size;
    const double squares = std::accumulate(row.begin(), row.end(), 0.0, [mean](double sum, double element) {
      return sum + (element - mean) * (element - mean);
    });
    const double result = squares / std::max(size - ddof, 0.0);
    return root ? std::sqrt(result) : result;
  };
  return reduce_rows<double>(x, taken_axes(x, axes), axes.keepdims, budget, of_row);
}

Tensor cumsum(const Tensor& x, const std::vector<Index>& axis, Budget& budget) {
  if (axis.empty()) {
    Tensor flat = x;
    flat.shape = {x.size()};
    return cumsum(flat, {0}, budget);
  }
  const std::size_t along = axis_of(axis.front(), x.shape.size());
  if (kind_of(x) == Kind::real)
    return map_rows<double, double>(x, along, budget, [](Row<double> row, std::vector<double>& sums) {
      std::partial_sum(row.begin(), row.end(), sums.begin());
    });
  return map_rows<Int, Int>(x, along, budget, [](Row<Int> row, std::vector<Int>& sums) {
    std::partial_sum(row.begin(), row.end(), sums.begin(), int_add);
  });
}

}  // namespace grader::language::array
