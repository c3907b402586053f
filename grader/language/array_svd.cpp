#include <fmt/format.h>

#include <Eigen/Core>
#include <Eigen/SVD>
#include <algorithm>
#include <cmath>
#include <limits>

#include "language/array_linear.hpp"

namespace grader::language::array {

// What a few sweeps of rotations cost for each element of a column pair.
constexpr Index kSweeps = 32;

Tensor svdvals(const Tensor& x, Budget& budget) {
  if (x.shape.size() != 2)
    throw Error{fmt::format("svdvals needs a matrix, not an array of shape {}", shape_text(x.shape))};
  const Index rows = x.shape[0];
  const Index columns = x.shape[1];
  const Index count = std::min(rows, columns);
  budget.work(budget.room(x.shape));
  budget.work(kSweeps * x.size() * count);
  const Elements<double> elements(x);
  const auto& all = elements.all();
  std::vector<double> values(static_cast<std::size_t>(count), std::numeric_limits<double>::quiet_NaN());
  if (count > 0 &&
      std::all_of(all.begin(), all.end(), [](double element) { return std::isfinite(element); })) {
    using Matrix = Eigen::Matrix<double, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;
    const Eigen::JacobiSVD<Eigen::MatrixXd> svd{
        Eigen::MatrixXd(Eigen::Map<const Matrix>(all.data(), rows, columns))};
    for (Index i = 0; i < count; ++i) values[static_cast<std::size_t>(i)] = svd.singularValues()[i];
  }
  return make({count}, std::move(values));
}

}  // namespace grader::language::array
