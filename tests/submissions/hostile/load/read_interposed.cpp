// exercise: vectors/total
// attack: brings its own read(), which says that there are no more questions
// verdict: runtime_error
// says: ended the program (exit status 0) instead of returning

#include "vectors/total.hpp"

extern "C" long read(int, void*, unsigned long) { return 0; }

double total(const Eigen::VectorXd& x) { return x.sum(); }
