#include "language/array_elementwise.hpp"

#include <algorithm>
#include <cmath>
#include <functional>

#include "language/array_numbers.hpp"
#include "language/array_view.hpp"

namespace grader::language::array {
namespace {

using Int = std::int64_t;
using Truth = std::uint8_t;

// Element operations that take this many times as long as an addition.
constexpr Index kSlow = 4;

/// f of each pair of elements, read as T, where the shapes broadcast.
template <class T, class F>
Tensor zip(const Tensor& a, const Tensor& b, Budget& budget, F f) {
  using R = decltype(f(T{}, T{}));
  Shape shape = broadcast_shape(a.shape, b.shape);
  const Index count = budget.room(shape);
  budget.work(count);
  const Elements<T> x(a), y(b);
  std::vector<R> result(static_cast<std::size_t>(count));
  const auto fill = [&](auto left, auto right) {
    Index i = 0;
    for (R& element : result) {
      element = f(x[left(i)], y[right(i)]);
      ++i;
    }
  };
  const auto same = [](Index i) { return i; };
  const auto first = [](Index) { return Index{0}; };
  if (a.shape == b.shape) {
    fill(same, same);
  } else if (b.size() == 1 && shape == a.shape) {
    fill(same, first);
  } else if (a.size() == 1 && shape == b.shape) {
    fill(first, same);
  } else {
    const auto lefts = offsets(broadcast(whole(a.shape), shape));
    const auto rights = offsets(broadcast(whole(b.shape), shape));
    fill([&](Index i) { return lefts[static_cast<std::size_t>(i)]; },
         [&](Index i) { return rights[static_cast<std::size_t>(i)]; });
  }
  return make(std::move(shape), std::move(result));
}

/// f of each element, read as T.
template <class T, class F>
Tensor map(const Tensor& x, Budget& budget, F f) {
  using R = decltype(f(T{}));
  budget.work(budget.room(x.shape));
  const Elements<T> elements(x);
  std::vector<R> result(elements.all().size());
  std::transform(elements.all().begin(), elements.all().end(), result.begin(), f);
  return make(x.shape, std::move(result));
}

bool all_ints(const Tensor& a, const Tensor& b) {
  return kind_of(a) != Kind::real && kind_of(b) != Kind::real;
}

/// As ints where both are, else in doubles.
template <class IntF, class RealF>
Tensor in_kind(const Tensor& a, const Tensor& b, Budget& budget, IntF of_ints, RealF of_reals) {
  return all_ints(a, b) ? zip<Int>(a, b, budget, of_ints) : zip<double>(a, b, budget, of_reals);
}

Tensor power(const Tensor& a, const Tensor& b, Budget& budget) {
  budget.work(kSlow * budget.room(broadcast_shape(a.shape, b.shape)));
  return in_kind(a, b, budget, int_power, [](double x, double y) { return std::pow(x, y); });
}

template <class T>
Tensor compared_as(std::string_view sign, const Tensor& a, const Tensor& b, Budget& budget) {
  const auto with = [&](auto compare) {
    return zip<T>(a, b, budget, [compare](T x, T y) { return static_cast<Truth>(compare(x, y)); });
  };
  if (sign == "==") return with(std::equal_to<>());
  if (sign == "!=") return with(std::not_equal_to<>());
  if (sign == "<") return with(std::less<>());
  if (sign == "<=") return with(std::less_equal<>());
  if (sign == ">") return with(std::greater<>());
  return with(std::greater_equal<>());
}

/// In the kind to which both are promoted. `choose` keeps one of two elements.
template <class F>
Tensor chosen(const Tensor& a, const Tensor& b, Budget& budget, F choose) {
  return with_kind(std::max(kind_of(a), kind_of(b)), [&](auto zero) {
    using T = decltype(zero);
    return zip<T>(a, b, budget, [choose](T x, T y) { return x != x || choose(x, y) ? x : y; });
  });
}

}  // namespace

Tensor arithmetic(std::string_view sign, const Tensor& a, const Tensor& b, Budget& budget) {
  if (sign == "+") return in_kind(a, b, budget, int_add, std::plus<double>());
  if (sign == "-") return in_kind(a, b, budget, int_subtract, std::minus<double>());
  if (sign == "*") return in_kind(a, b, budget, int_multiply, std::multiplies<double>());
  if (sign == "/") return zip<double>(a, b, budget, std::divides<double>());
  if (sign == "//") return in_kind(a, b, budget, int_floor_divide, real_floor_divide);
  if (sign == "%") return in_kind(a, b, budget, int_modulo, real_modulo);
  return power(a, b, budget);
}

Tensor compared(std::string_view sign, const Tensor& a, const Tensor& b, Budget& budget) {
  return all_ints(a, b) ? compared_as<Int>(sign, a, b, budget) : compared_as<double>(sign, a, b, budget);
}

Tensor negated(const Tensor& x, Budget& budget) {
  if (kind_of(x) == Kind::real) return map<double>(x, budget, [](double element) { return -element; });
  return map<Int>(x, budget, [](Int element) { return int_subtract(0, element); });
}

Tensor absolute(const Tensor& x, Budget& budget) {
  if (kind_of(x) == Kind::boolean) return x;
  if (kind_of(x) == Kind::real)
    return map<double>(x, budget, [](double element) { return std::abs(element); });
  return map<Int>(x, budget, [](Int element) { return element < 0 ? int_subtract(0, element) : element; });
}

Tensor rounded(const Tensor& x, Index decimals, Budget& budget) {
  if (kind_of(x) == Kind::real)
    return map<double>(x, budget, [decimals](double element) { return real_round(element, decimals); });
  return map<Int>(x, budget, [decimals](Int element) { return int_round(element, decimals); });
}

Tensor mapped(double (*function)(double), const Tensor& x, Budget& budget) {
  budget.work(kSlow * x.size());
  return map<double>(x, budget, function);
}

Tensor isfinite(const Tensor& x, Budget& budget) {
  return map<double>(x, budget, [](double element) { return static_cast<Truth>(std::isfinite(element)); });
}

Tensor isnan(const Tensor& x, Budget& budget) {
  return map<double>(x, budget, [](double element) { return static_cast<Truth>(std::isnan(element)); });
}

Tensor maximum(const Tensor& a, const Tensor& b, Budget& budget) {
  return chosen(a, b, budget, [](auto x, auto y) { return x > y; });
}

Tensor minimum(const Tensor& a, const Tensor& b, Budget& budget) {
  return chosen(a, b, budget, [](auto x, auto y) { return x < y; });
}

Tensor where(const Tensor& condition, const Tensor& x, const Tensor& y, Budget& budget) {
  Shape shape = broadcast_shape(condition.shape, broadcast_shape(x.shape, y.shape));
  const Index count = budget.room(shape);
  budget.work(3 * count);
  const auto lefts = offsets(broadcast(whole(x.shape), shape));
  const auto rights = offsets(broadcast(whole(y.shape), shape));
  const auto switches = offsets(broadcast(whole(condition.shape), shape));
  const Elements<Truth> truth(condition);
  return with_kind(std::max(kind_of(x), kind_of(y)), [&](auto zero) {
    using T = decltype(zero);
    const Elements<T> left(x), right(y);
    std::vector<T> result(static_cast<std::size_t>(count));
    for (std::size_t i = 0; i < result.size(); ++i)
      result[i] = truth[switches[i]] != 0 ? left[lefts[i]] : right[rights[i]];
    return make(std::move(shape), std::move(result));
  });
}

bool far(const Tensor& a, const Tensor& b, const Tensor& atol, Budget& budget) {
  const Tensor difference = absolute(zip<double>(a, b, budget, std::minus<double>()), budget);
  const Tensor is_far = zip<double>(difference, atol, budget, [](double apart, double allowed) {
    return static_cast<Truth>(std::isfinite(apart) && apart > allowed);
  });
  const Elements<Truth> elements(is_far);
  return std::any_of(elements.all().begin(), elements.all().end(), [](Truth t) { return t != 0; });
}

}  // namespace grader::language::array
