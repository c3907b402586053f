// exercise: vectors/total
// attack: throws an exception with a text of 10 MiB
// verdict: bad_reply
// says: the result is larger than any that is expected

#include "vectors/total.hpp"

double total(const Eigen::VectorXd&) { throw std::runtime_error(std::string(10 << 20, '\x1b')); }
