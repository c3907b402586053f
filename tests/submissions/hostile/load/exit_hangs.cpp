// exercise: vectors/total
// attack: answers rightly and does not end
// verdict: bad_reply
// says: did not end after its last call

#include <poll.h>

#include "vectors/total.hpp"

struct Last {
  ~Last() { ::poll(nullptr, 0, -1); }
};
static const Last last;

double total(const Eigen::VectorXd& x) { return x.sum(); }
