// exercise: vectors/total
// attack: closes the way of its replies when it is asked the first question, and goes on
// verdict: bad_reply
// says: closed the connection to the grader and went on

#include <poll.h>
#include <unistd.h>

#include "vectors/total.hpp"

double total(const Eigen::VectorXd& x) {
  if (x.size() != 3 || x(0) != 1) return x.sum();
  ::close(4);
  ::poll(nullptr, 0, -1);
  return x.sum();
}
