#include "multiply.hpp"

#ifdef GRADER_INSTANTIATE_PRODUCTS
template void grader::products::multiply<true, false>(MatrixXd&, const MatrixXd&, const MatrixXd&, Into);
#endif
