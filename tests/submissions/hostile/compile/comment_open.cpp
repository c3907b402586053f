// exercise: vectors/total
// attack: leaves a comment open for what is generated behind its end
// verdict: compile_error

#include "vectors/total.hpp"

double total(const Eigen::VectorXd& x) { return x.sum(); }
/* and from here
