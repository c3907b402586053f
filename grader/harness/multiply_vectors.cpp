#include "multiply.hpp"

#ifdef GRADER_INSTANTIATE_PRODUCTS
template void grader::products::multiply<false>(VectorXd&, const MatrixXd&, const VectorXd&, double);
template void grader::products::multiply<true>(VectorXd&, const MatrixXd&, const VectorXd&, double);
#endif
