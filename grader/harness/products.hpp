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

// Whole products of two matrices, and of a matrix and a vector, where each matrix is a variable or the
// transpose of one: these are most of all products, and each that is new to a compiler takes it as long as a
// short solution. Eigen's functions for them stand inside of classes, so that declaring them would not keep
// compilers from them; the classes are specialised instead. What is compiled once, in the files
// multiply_….cpp, is Eigen's own implementation, of factors that are views of the same memory.
namespace grader::products {

using Eigen::MatrixXd;
using Eigen::VectorXd;

/// What becomes of a product: target = left·right, target += left·right, target -= left·right.
enum class Into { assign, add, subtract };

template <bool IsLeftTransposed, bool IsRightTransposed>
void multiply(MatrixXd& target, const MatrixXd& left, const MatrixXd& right, Into into);
/// target += scale · matrix·vector
template <bool IsTransposed>
void multiply(VectorXd& target, const MatrixXd& matrix, const VectorXd& vector, double scale);

using View = Eigen::Map<const MatrixXd, Eigen::AlignedMax>;

template <bool IsTransposed>
auto view(const MatrixXd& matrix) {
  const View plain(matrix.data(), matrix.rows(), matrix.cols());
  if constexpr (IsTransposed)
    return plain.transpose();
  else
    return plain;
}

inline const MatrixXd& untransposed(const MatrixXd& factor) { return factor; }
template <class Matrix>
const MatrixXd& untransposed(const Eigen::Transpose<Matrix>& factor) {
  return factor.nestedExpression();
}
template <class Factor>
constexpr bool kIsTransposed = !std::is_same_v<Factor, MatrixXd>;

/// By Eigen's implementation for any two factors.
template <Into kInto, class Target, class Left, class Right>
void multiply_any(Target& target, const Left& left, const Right& right) {
  using Product = Eigen::internal::generic_product_impl<Left, Right, Eigen::DenseShape, Eigen::DenseShape,
                                                        Eigen::GemmProduct>;
  if constexpr (kInto == Into::assign) Product::evalTo(target, left, right);
  if constexpr (kInto == Into::add) Product::addTo(target, left, right);
  if constexpr (kInto == Into::subtract) Product::subTo(target, left, right);
}
template <class Target, class Matrix>
void multiply_any(Target& target, const Matrix& matrix, const VectorXd& vector, double scale) {
  Eigen::internal::generic_product_impl<Matrix, VectorXd, Eigen::DenseShape, Eigen::DenseShape,
                                        Eigen::GemvProduct>::scaleAndAddTo(target, matrix, vector, scale);
}

template <class Left, class Right>
struct MatrixProduct {
  template <class Target>
  static void evalTo(Target& target, const Left& left, const Right& right) {
    multiply_into<Into::assign>(target, left, right);
  }
  template <class Target>
  static void addTo(Target& target, const Left& left, const Right& right) {
    multiply_into<Into::add>(target, left, right);
  }
  template <class Target>
  static void subTo(Target& target, const Left& left, const Right& right) {
    multiply_into<Into::subtract>(target, left, right);
  }
  template <class Target>
  static void scaleAndAddTo(Target& target, const Left& left, const Right& right, double scale) {
    const auto l = view<kIsTransposed<Left>>(untransposed(left));
    const auto r = view<kIsTransposed<Right>>(untransposed(right));
    Eigen::internal::generic_product_impl<std::remove_const_t<decltype(l)>, std::remove_const_t<decltype(r)>,
                                          Eigen::DenseShape, Eigen::DenseShape,
                                          Eigen::GemmProduct>::scaleAndAddTo(target, l, r, scale);
  }

 private:
  template <Into kInto, class Target>
  static void multiply_into(Target& target, const Left& left, const Right& right) {
    const MatrixXd& l = untransposed(left);
    const MatrixXd& r = untransposed(right);
    if constexpr (std::is_same_v<Target, MatrixXd>)
      multiply<kIsTransposed<Left>, kIsTransposed<Right>>(target, l, r, kInto);
    else
      multiply_any<kInto>(target, view<kIsTransposed<Left>>(l), view<kIsTransposed<Right>>(r));
  }
};

template <class Matrix>
struct VectorProduct {
  template <class Target>
  static void evalTo(Target& target, const Matrix& matrix, const VectorXd& vector) {
    target.setZero();
    scaleAndAddTo(target, matrix, vector, 1);
  }
  template <class Target>
  static void addTo(Target& target, const Matrix& matrix, const VectorXd& vector) {
    scaleAndAddTo(target, matrix, vector, 1);
  }
  template <class Target>
  static void subTo(Target& target, const Matrix& matrix, const VectorXd& vector) {
    scaleAndAddTo(target, matrix, vector, -1);
  }
  template <class Target>
  static void scaleAndAddTo(Target& target, const Matrix& matrix, const VectorXd& vector, double scale) {
    if constexpr (std::is_same_v<Target, VectorXd>)
      multiply<kIsTransposed<Matrix>>(target, untransposed(matrix), vector, scale);
    else
      multiply_any(target, view<kIsTransposed<Matrix>>(untransposed(matrix)), vector, scale);
  }
};

}  // namespace grader::products

namespace Eigen::internal {

template <>
struct generic_product_impl<MatrixXd, MatrixXd, DenseShape, DenseShape, GemmProduct>
    : grader::products::MatrixProduct<MatrixXd, MatrixXd> {};
template <>
struct generic_product_impl<Transpose<MatrixXd>, MatrixXd, DenseShape, DenseShape, GemmProduct>
    : grader::products::MatrixProduct<Transpose<MatrixXd>, MatrixXd> {};
template <>
struct generic_product_impl<Transpose<const MatrixXd>, MatrixXd, DenseShape, DenseShape, GemmProduct>
    : grader::products::MatrixProduct<Transpose<const MatrixXd>, MatrixXd> {};
template <>
struct generic_product_impl<MatrixXd, Transpose<MatrixXd>, DenseShape, DenseShape, GemmProduct>
    : grader::products::MatrixProduct<MatrixXd, Transpose<MatrixXd>> {};
template <>
struct generic_product_impl<MatrixXd, Transpose<const MatrixXd>, DenseShape, DenseShape, GemmProduct>
    : grader::products::MatrixProduct<MatrixXd, Transpose<const MatrixXd>> {};
template <>
struct generic_product_impl<MatrixXd, VectorXd, DenseShape, DenseShape, GemvProduct>
    : grader::products::VectorProduct<MatrixXd> {};
template <>
struct generic_product_impl<Transpose<MatrixXd>, VectorXd, DenseShape, DenseShape, GemvProduct>
    : grader::products::VectorProduct<Transpose<MatrixXd>> {};
template <>
struct generic_product_impl<Transpose<const MatrixXd>, VectorXd, DenseShape, DenseShape, GemvProduct>
    : grader::products::VectorProduct<Transpose<const MatrixXd>> {};

}  // namespace Eigen::internal

#endif
#endif  // GRADER_PRODUCTS_HPP
