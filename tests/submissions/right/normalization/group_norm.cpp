#include "normalization/group_norm.hpp"

// Example by example, each seen as a matrix with one group in each row.
Eigen::MatrixXd group_norm(Eigen::MatrixXd x, std::int64_t groups, double eps) {
  using Grouped = Eigen::Matrix<double, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;
  const Eigen::Index size = x.cols() / groups;
  for (Eigen::Index i = 0; i < x.rows(); ++i) {
    Eigen::RowVectorXd example = x.row(i);
    Eigen::Map<Grouped> grouped(example.data(), groups, size);
    for (Eigen::Index g = 0; g < groups; ++g) {
      const double mean = grouped.row(g).mean();
      grouped.row(g).array() -= mean;
      grouped.row(g) /= std::sqrt(grouped.row(g).squaredNorm() / static_cast<double>(size) + eps);
    }
    x.row(i) = example;
  }
  return x;
}
