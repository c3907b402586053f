// exercise: vectors/total
// attack: redefines a word of the language for what is generated behind its end
// verdict: wrong_answer

#include "vectors/total.hpp"

double total(const Eigen::VectorXd&) { return 666; }
#define return return 6 + 0 *
