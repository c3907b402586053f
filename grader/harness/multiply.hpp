// Definitions for the files multiply_….cpp, each of which instantiates some.
#ifndef GRADER_MULTIPLY_HPP
#define GRADER_MULTIPLY_HPP

#include "products.hpp"

#ifdef GRADER_INSTANTIATE_PRODUCTS

namespace grader::products {

template <bool IsLeftTransposed, bool IsRightTransposed>
void multiply(MatrixXd& target, const MatrixXd& left, const MatrixXd& right, Into into) {
  const auto l = view<IsLeftTransposed>(left);
  const auto r = view<IsRightTransposed>(right);
  if (into == Into::assign) multiply_any<Into::assign>(target, l, r);
  if (into == Into::add) multiply_any<Into::add>(target, l, r);
  if (into == Into::subtract) multiply_any<Into::subtract>(target, l, r);
}

template <bool IsTransposed>
void multiply(VectorXd& target, const MatrixXd& matrix, const VectorXd& vector, double scale) {
  multiply_any(target, view<IsTransposed>(matrix), vector, scale);
}

}  // namespace grader::products

#endif
#endif  // GRADER_MULTIPLY_HPP
