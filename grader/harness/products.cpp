#include "products.hpp"

#ifdef GRADER_INSTANTIATE_PRODUCTS
GRADER_INSTANTIATE_PRODUCTS(template)
#endif
