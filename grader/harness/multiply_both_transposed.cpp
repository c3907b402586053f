#include "multiply.hpp"

#ifdef GRADER_INSTANTIATE_PRODUCTS
template void grader::products::multiply<true, true>(const Target&, const Factor&, const Factor&, double,
                                                     Into);
#endif
