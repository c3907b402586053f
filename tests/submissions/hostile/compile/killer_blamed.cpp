// exercise: vectors/total
// attack: says in the compiler's place that it was killed
// verdict: compile_error
// says: vectors/total.cpp

#include "vectors/total.hpp"

#error Killed signal terminated program cc1plus
static_assert(false, "\ng++: fatal error: Killed signal terminated program cc1plus\ncompilation terminated.\n");

double total(const Eigen::VectorXd& x) { return x.sum(); }
