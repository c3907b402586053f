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
using Eigen::MatrixXd;
using Eigen::RowMajor;
using Eigen::VectorXd;
using Sizes = Eigen::internal::gebp_traits<double, double>;
template <int Order>
using Mapper = Eigen::internal::const_blas_data_mapper<double, Index, Order>;
using ResultMapper = Eigen::internal::blas_data_mapper<double, Index, ColMajor, Eigen::Unaligned, 1>;

}  // namespace grader::products

// Of products of matrices (Goto's algorithm: blocks of both factors are packed, then multiplied), and of a
// matrix and a vector. `KIND` is "template" or "extern template".
#define GRADER_INSTANTIATE_PACKING(KIND, ORDER)                                                      \
  KIND struct Eigen::internal::gemm_pack_lhs<                                                        \
      double, grader::products::Index, grader::products::Mapper<ORDER>, grader::products::Sizes::mr, \
      grader::products::Sizes::LhsProgress, grader::products::Sizes::LhsPacket4Packing, ORDER>;      \
  KIND struct Eigen::internal::gemm_pack_rhs<                                                        \
      double, grader::products::Index, grader::products::Mapper<ORDER>, grader::products::Sizes::nr, ORDER>;
#define GRADER_INSTANTIATE_VECTOR_PRODUCT(KIND, ORDER, OTHER)                                 \
  KIND struct Eigen::internal::general_matrix_vector_product<                                 \
      grader::products::Index, double, grader::products::Mapper<ORDER>, ORDER, false, double, \
      grader::products::Mapper<OTHER>, false>;
#define GRADER_INSTANTIATE_PRODUCTS(KIND)                                                               \
  KIND struct Eigen::internal::gebp_kernel<double, double, grader::products::Index,                     \
                                           grader::products::ResultMapper, grader::products::Sizes::mr, \
                                           grader::products::Sizes::nr, false, false>;                  \
  GRADER_INSTANTIATE_PACKING(KIND, Eigen::ColMajor)                                                     \
  GRADER_INSTANTIATE_PACKING(KIND, Eigen::RowMajor)                                                     \
  KIND void                                                                                             \
  Eigen::internal::evaluateProductBlockingSizesHeuristic<double, double, 1, grader::products::Index>(   \
      grader::products::Index&, grader::products::Index&, grader::products::Index&,                     \
      grader::products::Index);                                                                         \
  GRADER_INSTANTIATE_VECTOR_PRODUCT(KIND, Eigen::ColMajor, Eigen::RowMajor)                             \
  GRADER_INSTANTIATE_VECTOR_PRODUCT(KIND, Eigen::RowMajor, Eigen::ColMajor)

GRADER_INSTANTIATE_PRODUCTS(extern template)

// Whole products: of matrices and vectors, each of them a variable, a part of one, a multiple, the transpose
// of any of these, or something that is computed first. These are most of all products, and each that is new
// to a compiler takes it as long as a short solution. Eigen's functions for them stand inside of classes, so
// that declaring them would not keep compilers from them; the classes are specialised instead, and hand on
// where the factors are in memory. What is compiled once, in the files multiply_….cpp and products.cpp, does
// as Eigen's own functions do.
namespace grader::products {

/// A matrix in memory, its columns or its rows one after another, each `stride` numbers after the last.
struct Factor {
  const double* data;
  Index rows;
  Index cols;
  Index stride;
  Factor transposed() const { return {data, cols, rows, stride}; }
};
struct Target {
  double* data;
  Index rows;
  Index cols;
  Index row_step;  // from an element to that below
  Index col_step;  // and to that on its right
  Target transposed() const { return {data, cols, rows, col_step, row_step}; }
};
/// A vector in memory, each number `step` after the last.
struct FactorVector {
  const double* data;
  Index step;
};
struct TargetVector {
  double* data;
  Index step;
};

enum class Into { assign, add };

/// target = scale · left·right, or target += scale · left·right, fastest where the target has its columns one
/// after another. In each of the files multiply_….cpp for one order of the factors.
template <bool IsLeftByRows, bool IsRightByRows>
void multiply(const Target& target, const Factor& left, const Factor& right, double scale, Into into);
/// The same of a matrix and a vector.
template <bool IsByRows>
void multiply_vector(const TargetVector& target, const Factor& matrix, const FactorVector& vector,
                     double scale, Into into);

/// target = scale · left·rightᵀ of two vectors, or target += that.
void multiply_outer(const Target& target, const FactorVector& left, const FactorVector& right, double scale,
                    Into into);

/// What an expression is a multiple of, which is in memory or evaluated.
template <class Expression>
class Operand {
  using Traits = Eigen::internal::blas_traits<Expression>;
  using Held = typename Traits::DirectLinearAccessType;

 public:
  static constexpr bool kIsByRows = Eigen::internal::remove_all<Held>::type::IsRowMajor;

  explicit Operand(const Expression& expression)
      : held_(Traits::extract(expression)), scale_(Traits::extractScalarFactor(expression)) {}
  double scale() const { return scale_; }
  Factor matrix() const { return {held_.data(), held_.rows(), held_.cols(), held_.outerStride()}; }
  FactorVector column() const { return {held_.data(), held_.rowStride()}; }
  FactorVector row() const { return {held_.data(), held_.colStride()}; }

 private:
  Held held_;
  double scale_;
};

template <class Expression>
concept OfDouble = std::is_same_v<typename Expression::Scalar, double>;
template <class Expression>
concept OneDimensional = bool(Expression::IsVectorAtCompileTime);
/// A matrix that need not be computed before it is multiplied.
template <class Expression>
concept ReadyMatrix = OfDouble<Expression> && !OneDimensional<Expression> &&
                      bool(Eigen::internal::blas_traits<Expression>::HasUsableDirectAccess);

/// A vector that need not be computed, not even multiplied, before something is done with it.
template <class Expression>
concept ReadyVector = OfDouble<Expression> && OneDimensional<Expression> &&
                      bool(Eigen::internal::blas_traits<Expression>::HasUsableDirectAccess) &&
                      !bool(Eigen::internal::blas_traits<Expression>::HasScalarFactor);

/// The functions that Eigen calls for a product.
template <class Left, class Right, class Product>
struct ProductOf {
  template <class Result>
  static void evalTo(Result& result, const Left& left, const Right& right) {
    Product::run(result, Operand<Left>(left), Operand<Right>(right), 1, Into::assign);
  }
  template <class Result>
  static void addTo(Result& result, const Left& left, const Right& right) {
    Product::run(result, Operand<Left>(left), Operand<Right>(right), 1, Into::add);
  }
  template <class Result>
  static void subTo(Result& result, const Left& left, const Right& right) {
    Product::run(result, Operand<Left>(left), Operand<Right>(right), -1, Into::add);
  }
  template <class Result>
  static void scaleAndAddTo(Result& result, const Left& left, const Right& right, double scale) {
    Product::run(result, Operand<Left>(left), Operand<Right>(right), scale, Into::add);
  }
};

template <class Result>
Target target_of(Result& result) {
  return {result.data(), result.rows(), result.cols(), result.rowStride(), result.colStride()};
}

template <class Left, class Right>
struct MatrixProduct : ProductOf<Left, Right, MatrixProduct<Left, Right>> {
  template <class Result>
  static void run(Result& result, const Operand<Left>& left, const Operand<Right>& right, double scale,
                  Into into) {
    constexpr bool kLeft = Operand<Left>::kIsByRows;
    constexpr bool kRight = Operand<Right>::kIsByRows;
    scale *= left.scale() * right.scale();
    if constexpr (Result::IsRowMajor)
      multiply<!kRight, !kLeft>(target_of(result).transposed(), right.matrix().transposed(),
                                left.matrix().transposed(), scale, into);
    else
      multiply<kLeft, kRight>(target_of(result), left.matrix(), right.matrix(), scale, into);
  }
};

/// Of a matrix and a column.
template <class Left, class Right>
struct ColumnProduct : ProductOf<Left, Right, ColumnProduct<Left, Right>> {
  template <class Result>
  static void run(Result& result, const Operand<Left>& left, const Operand<Right>& right, double scale,
                  Into into) {
    multiply_vector<Operand<Left>::kIsByRows>({result.data(), result.rowStride()}, left.matrix(),
                                              right.column(), scale * left.scale() * right.scale(), into);
  }
};

/// Of a row and a matrix.
template <class Left, class Right>
struct RowProduct : ProductOf<Left, Right, RowProduct<Left, Right>> {
  template <class Result>
  static void run(Result& result, const Operand<Left>& left, const Operand<Right>& right, double scale,
                  Into into) {
    multiply_vector<!Operand<Right>::kIsByRows>({result.data(), result.colStride()},
                                                right.matrix().transposed(), left.row(),
                                                scale * left.scale() * right.scale(), into);
  }
};

/// Of a column and a row.
template <class Left, class Right>
struct OuterProduct : ProductOf<Left, Right, OuterProduct<Left, Right>> {
  template <class Result>
  static void run(Result& result, const Operand<Left>& left, const Operand<Right>& right, double scale,
                  Into into) {
    multiply_outer(target_of(result), left.column(), right.row(), scale, into);
  }
};

}  // namespace grader::products

namespace Eigen::internal {

template <grader::products::OfDouble Left, grader::products::OfDouble Right>
struct generic_product_impl<Left, Right, DenseShape, DenseShape, GemmProduct>
    : grader::products::MatrixProduct<Left, Right> {};

// Other matrices are left to Eigen, which multiplies by a vector without computing them first.
template <grader::products::ReadyMatrix Left, grader::products::OfDouble Right>
struct generic_product_impl<Left, Right, DenseShape, DenseShape, GemvProduct>
    : grader::products::ColumnProduct<Left, Right> {};
template <grader::products::OfDouble Left, grader::products::ReadyMatrix Right>
requires grader::products::OneDimensional<Left>
struct generic_product_impl<Left, Right, DenseShape, DenseShape, GemvProduct>
    : grader::products::RowProduct<Left, Right> {
};

template <grader::products::ReadyVector Left, grader::products::ReadyVector Right>
struct generic_product_impl<Left, Right, DenseShape, DenseShape, OuterProduct>
    : grader::products::OuterProduct<Left, Right> {};

}  // namespace Eigen::internal

#endif
#endif  // GRADER_PRODUCTS_HPP
