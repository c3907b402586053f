// exercise: vectors/total
// attack: is right, and has the compiler warn ten thousand times
// verdict: accepted

#include "vectors/total.hpp"

#define TEN(text) text text text text text text text text text text
TEN(TEN(TEN(TEN(_Pragma("GCC warning \"::set-output name=forged::100\"")))))

double total(const Eigen::VectorXd& x) { return x.sum(); }
