#include "products.hpp"

#ifdef GRADER_INSTANTIATE_PRODUCTS

GRADER_INSTANTIATE_PRODUCTS(template)

namespace grader::products {

/// What Eigen's functions for products of any matrix and vector do (GeneralProduct.h). The kernels want one
/// of the two vectors without gaps.
template <bool IsByRows>
void multiply_vector(const TargetVector& target, const Factor& matrix, const FactorVector& vector,
                     double scale, Into into) {
  constexpr int kOrder = IsByRows ? RowMajor : ColMajor;
  constexpr int kOther = IsByRows ? ColMajor : RowMajor;
  using Kernel = Eigen::internal::general_matrix_vector_product<Index, double, Mapper<kOrder>, kOrder, false,
                                                                double, Mapper<kOther>, false>;
  using Step = Eigen::InnerStride<>;
  Eigen::Map<VectorXd, Eigen::Unaligned, Step> result(target.data, matrix.rows, Step(target.step));
  if (into == Into::assign) result.setZero();
  const Mapper<kOrder> rows(matrix.data, matrix.stride);
  if constexpr (IsByRows) {
    VectorXd dense;
    if (vector.step != 1)
      dense = Eigen::Map<const VectorXd, Eigen::Unaligned, Step>(vector.data, matrix.cols, Step(vector.step));
    const double* const data = vector.step != 1 ? dense.data() : vector.data;
    Kernel::run(matrix.rows, matrix.cols, rows, {data, 1}, target.data, target.step, scale);
  } else if (target.step != 1) {
    VectorXd dense = result;
    Kernel::run(matrix.rows, matrix.cols, rows, {vector.data, vector.step}, dense.data(), 1, scale);
    result = dense;
  } else {
    Kernel::run(matrix.rows, matrix.cols, rows, {vector.data, vector.step}, target.data, 1, scale);
  }
}

template void multiply_vector<false>(const TargetVector&, const Factor&, const FactorVector&, double, Into);
template void multiply_vector<true>(const TargetVector&, const Factor&, const FactorVector&, double, Into);

/// As Eigen's function does (ProductEvaluators.h), an element of the right vector times all of the left.
void multiply_outer(const Target& target, const FactorVector& left, const FactorVector& right, double scale,
                    Into into) {
  for (Index j = 0; j < target.cols; ++j)
    for (Index i = 0; i < target.rows; ++i) {
      double& result = target.data[i * target.row_step + j * target.col_step];
      const double product = scale * (right.data[j * right.step] * left.data[i * left.step]);
      result = into == Into::add ? result + product : product;
    }
}

}  // namespace grader::products

#endif
