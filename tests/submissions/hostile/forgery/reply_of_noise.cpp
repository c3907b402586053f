// exercise: vectors/total
// attack: sends bytes that are no reply at all
// verdict: bad_reply
// says: what came back is no reply of the grader's harness

#include <unistd.h>

#include "vectors/total.hpp"

double total(const Eigen::VectorXd&) {
  ::write(4, "accepted accepted accepted accepted", 35);
  _exit(0);
}
