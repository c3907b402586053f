// exercise: vectors/total
// attack: brings its own main()
// verdict: compile_error
// says: the file defines main()

#include "vectors/total.hpp"

double total(const Eigen::VectorXd& x) { return x.sum(); }
int main() {}
