// exercise: vectors/total
// attack: ends with the status that stands for a bad request of the grader's
// verdict: runtime_error
// says: ended the program (exit status 120) instead of returning

#include <unistd.h>

#include "vectors/total.hpp"

double total(const Eigen::VectorXd&) { _exit(120); }
