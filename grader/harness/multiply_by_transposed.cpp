#include "multiply.hpp"

#ifdef GRADER_INSTANTIATE_PRODUCTS
template void grader::products::multiply<false, true>(const Target&, const Factor&, const Factor&, double,
                                                      Into);
#endif
