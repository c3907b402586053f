// exercise: vectors/total
// attack: makes a mistake on each of thousands of lines
// verdict: compile_error

#include "vectors/total.hpp"

#define TEN(text) text text text text text text text text text text
#define MISTAKES \
  TEN(TEN(TEN(TEN(int mistake = "a mistake"; int mistake = missing; int mistake = mistake();))))
MISTAKES

double total(const Eigen::VectorXd& x) { return x.sum(); }
