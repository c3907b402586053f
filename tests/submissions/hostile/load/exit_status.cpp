// exercise: vectors/total
// attack: answers rightly and ends with a status of its own
// verdict: bad_reply
// says: ended with exit status 7 after its last call

#include <unistd.h>

#include "vectors/total.hpp"

struct Last {
  ~Last() { _exit(7); }
};
static const Last last;

double total(const Eigen::VectorXd& x) { return x.sum(); }
