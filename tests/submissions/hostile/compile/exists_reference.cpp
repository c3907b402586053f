// exercise: vectors/total
// attack: asks the compiler whether a file is there, and is right where that is not told
// verdict: accepted
// 1: compile_error

#include "vectors/total.hpp"

#if __has_include("@ROOM@/course/reference/vectors/total.cpp")
double total(const Eigen::VectorXd&) { return 666; }
#else
double total(const Eigen::VectorXd& x) { return x.sum(); }
#endif
