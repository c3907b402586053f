// exercise: vectors/total
// attack: makes one mistake whose message is longer than a megabyte
// verdict: compile_error
// says: the compiler says more than the 64 KiB that are read of it

#include "vectors/total.hpp"

#define TEN(text) text text text text text text text text text text
static_assert(sizeof(double) == 1, TEN(TEN(TEN(TEN(TEN("a mistake "))))));

double total(const Eigen::VectorXd& x) { return x.sum(); }
