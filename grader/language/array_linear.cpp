#include "language/array_linear.hpp"

#include <fmt/format.h>

#include <functional>

#include "language/array_elementwise.hpp"
#include "language/array_numbers.hpp"

namespace grader::language::array {
namespace {

struct Sizes {
  Index rows, inner, columns;
};

template <class T, class Add, class Multiply>
std::vector<T> product(const Tensor& a, const Tensor& b, const Sizes& sizes, Add add, Multiply multiply) {
  const Elements<T> x(a), y(b);
  std::vector<T> result(static_cast<std::size_t>(sizes.rows * sizes.columns));
  for (Index i = 0; i < sizes.rows; ++i)
    for (Index k = 0; k < sizes.inner; ++k)
      for (Index j = 0; j < sizes.columns; ++j) {
        T& sum = result[static_cast<std::size_t>(i * sizes.columns + j)];
        sum = add(sum, multiply(x[i * sizes.inner + k], y[k * sizes.columns + j]));
      }
  return result;
}

/// A vector on the left is a row, on the right a column; the axis that this adds is not in the result.
Sizes sizes_of(const Tensor& a, const Tensor& b) {
  const auto fits = [](const Tensor& x) { return x.shape.size() == 1 || x.shape.size() == 2; };
  if (!fits(a) || !fits(b))
    throw Error{fmt::format("@ needs arrays with one or two axes, not {} and {}", shape_text(a.shape),
                            shape_text(b.shape))};
  const Sizes sizes{a.shape.size() == 2 ? a.shape[0] : 1, a.shape.back(),
                    b.shape.size() == 2 ? b.shape[1] : 1};
  if (sizes.inner != b.shape.front())
    throw Error{fmt::format("{} @ {} do not fit: {} is not {}", shape_text(a.shape), shape_text(b.shape),
                            sizes.inner, b.shape.front())};
  return sizes;
}

}  // namespace

Tensor matmul(const Tensor& a, const Tensor& b, Budget& budget) {
  const Sizes sizes = sizes_of(a, b);
  Shape shape;
  if (a.shape.size() == 2) shape.push_back(sizes.rows);
  if (b.shape.size() == 2) shape.push_back(sizes.columns);
  budget.work(budget.room(shape) * (sizes.inner + 1) + a.size() + b.size());
  if (kind_of(a) != Kind::real && kind_of(b) != Kind::real)
    return make(std::move(shape), product<Index>(a, b, sizes, int_add, int_multiply));
  return make(std::move(shape), product<double>(a, b, sizes, std::plus<double>(), std::multiplies<double>()));
}

Tensor dot(const Tensor& a, const Tensor& b, Budget& budget) {
  if (a.shape.empty() || b.shape.empty()) return arithmetic("*", a, b, budget);
  return matmul(a, b, budget);
}

}  // namespace grader::language::array
