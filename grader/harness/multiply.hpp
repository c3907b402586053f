// Definitions for the files multiply_….cpp, each of which instantiates one.
#ifndef GRADER_MULTIPLY_HPP
#define GRADER_MULTIPLY_HPP

#include "products.hpp"

#ifdef GRADER_INSTANTIATE_PRODUCTS

namespace grader::products {

/// What Eigen's functions for products of any two matrices do (GeneralMatrixMatrix.h), of views of the same
/// memory: small ones by the definition, coefficient by coefficient; those that turn out to be of a matrix
/// and a vector as such; all others in blocks.
template <bool IsLeftByRows, bool IsRightByRows>
void multiply(const Target& target, const Factor& left, const Factor& right, double scale, Into into) {
  constexpr int kLeft = IsLeftByRows ? RowMajor : ColMajor;
  constexpr int kRight = IsRightByRows ? RowMajor : ColMajor;
  using Stride = Eigen::OuterStride<>;
  if (target.row_step != 1) {
    using Steps = Eigen::Stride<Eigen::Dynamic, Eigen::Dynamic>;
    Eigen::Map<MatrixXd, Eigen::Unaligned, Steps> result(target.data, target.rows, target.cols,
                                                         Steps(target.col_step, target.row_step));
    MatrixXd copy = result;
    multiply<IsLeftByRows, IsRightByRows>(target_of(copy), left, right, scale, into);
    result = copy;
    return;
  }
  const Index depth = right.rows;
  Eigen::Map<MatrixXd, Eigen::Unaligned, Stride> result(target.data, target.rows, target.cols,
                                                        Stride(target.col_step));
  if (depth > 0 && depth + target.rows + target.cols < EIGEN_GEMM_TO_COEFFBASED_THRESHOLD) {
    using Left = Eigen::Matrix<double, Eigen::Dynamic, Eigen::Dynamic, kLeft>;
    using Right = Eigen::Matrix<double, Eigen::Dynamic, Eigen::Dynamic, kRight>;
    const Eigen::Map<const Left, Eigen::Unaligned, Stride> l(left.data, left.rows, left.cols,
                                                             Stride(left.stride));
    const Eigen::Map<const Right, Eigen::Unaligned, Stride> r(right.data, right.rows, right.cols,
                                                              Stride(right.stride));
    if (into == Into::assign)
      result.noalias() = scale * l.lazyProduct(r);
    else
      result.noalias() += scale * l.lazyProduct(r);
    return;
  }
  if (into == Into::assign) result.setZero();
  if (depth == 0 || target.rows == 0 || target.cols == 0) return;
  if (target.cols == 1) {
    multiply_vector<IsLeftByRows>({target.data, 1}, left, {right.data, IsRightByRows ? right.stride : 1},
                                  scale, Into::add);
  } else if (target.rows == 1) {
    multiply_vector<!IsRightByRows>({target.data, target.col_step}, right.transposed(),
                                    {left.data, IsLeftByRows ? 1 : left.stride}, scale, Into::add);
  } else {
    Eigen::internal::gemm_blocking_space<ColMajor, double, double, Eigen::Dynamic, Eigen::Dynamic,
                                         Eigen::Dynamic>
        blocking(target.rows, target.cols, depth, 1, true);
    Eigen::internal::general_matrix_matrix_product<Index, double, kLeft, false, double, kRight, false,
                                                   ColMajor, 1>::run(target.rows, target.cols, depth,
                                                                     left.data, left.stride, right.data,
                                                                     right.stride, target.data, 1,
                                                                     target.col_step, scale, blocking);
  }
}

}  // namespace grader::products

#endif
#endif  // GRADER_MULTIPLY_HPP
