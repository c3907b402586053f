// What products of matrices and vectors of double are computed by takes a compiler a third of the time of a
// short solution. It is compiled once, in a file of its own that is linked where a solution uses it; what is
// declared here is not compiled with every solution. Part of the precompiled header, so that solutions need
// not know of it.
#ifndef GRADER_PRODUCTS_HPP
#define GRADER_PRODUCTS_HPP

#include <Eigen/Dense>

// These are Eigen's own affair: another version may not have them in this form.
#if EIGEN_WORLD_VERSION == 3 && EIGEN_MAJOR_VERSION == 4

namespace grader::products {

using Eigen::ColMajor;
using Eigen::Index;
using Eigen::RowMajor;
using Sizes = Eigen::internal::gebp_traits<double, double>;
template <int Order>
using Operand = Eigen::internal::const_blas_data_mapper<double, Index, Order>;
using Result = Eigen::internal::blas_data_mapper<double, Index, ColMajor, Eigen::Unaligned, 1>;

}  // namespace grader::products

// Of products of matrices (Goto's algorithm: blocks of both factors are packed, then multiplied), and of a
// matrix and a vector. `KIND` is "template" or "extern template".
#define GRADER_INSTANTIATE_PACKING(KIND, ORDER)                                                             \
  KIND struct Eigen::internal::gemm_pack_lhs<                                                               \
      double, grader::products::Index, grader::products::Operand<ORDER>, grader::products::Sizes::mr,       \
      grader::products::Sizes::LhsProgress, grader::products::Sizes::LhsPacket4Packing, ORDER>;             \
  KIND struct Eigen::internal::gemm_pack_rhs<double, grader::products::Index,                               \
                                             grader::products::Operand<ORDER>, grader::products::Sizes::nr, \
                                             ORDER>;
#define GRADER_INSTANTIATE_VECTOR_PRODUCT(KIND, ORDER, OTHER)                                  \
  KIND struct Eigen::internal::general_matrix_vector_product<                                  \
      grader::products::Index, double, grader::products::Operand<ORDER>, ORDER, false, double, \
      grader::products::Operand<OTHER>, false>;
#define GRADER_INSTANTIATE_PRODUCTS(KIND)                                                             \
  KIND struct Eigen::internal::gebp_kernel<double, double, grader::products::Index,                   \
                                           grader::products::Result, grader::products::Sizes::mr,     \
                                           grader::products::Sizes::nr, false, false>;                \
  GRADER_INSTANTIATE_PACKING(KIND, Eigen::ColMajor)                                                   \
  GRADER_INSTANTIATE_PACKING(KIND, Eigen::RowMajor)                                                   \
  KIND void                                                                                           \
  Eigen::internal::evaluateProductBlockingSizesHeuristic<double, double, 1, grader::products::Index>( \
      grader::products::Index&, grader::products::Index&, grader::products::Index&,                   \
      grader::products::Index);                                                                       \
  GRADER_INSTANTIATE_VECTOR_PRODUCT(KIND, Eigen::ColMajor, Eigen::RowMajor)                           \
  GRADER_INSTANTIATE_VECTOR_PRODUCT(KIND, Eigen::RowMajor, Eigen::ColMajor)

GRADER_INSTANTIATE_PRODUCTS(extern template)

#endif
#endif  // GRADER_PRODUCTS_HPP
