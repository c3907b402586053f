// exercise: vectors/total
// attack: says in the compiler's place that the machine has no room for it
// verdict: compile_error
// says: vectors/total.cpp

#include "vectors/total.hpp"

#error total.cpp: error writing to unit.o: Disk quota exceeded, No space left on device

double total(const Eigen::VectorXd& x) { return x.sum(); }
