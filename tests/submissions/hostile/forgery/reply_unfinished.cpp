// exercise: vectors/total
// attack: stays in the middle of its reply
// verdict: time_limit
// says: no result after 1 s

#include <poll.h>
#include <unistd.h>

#include "vectors/total.hpp"

double total(const Eigen::VectorXd& x) {
  const grader::wire::FrameHeader header{grader::wire::kReplyMagic, 1, 2, 0, 10};
  ::write(4, &header, sizeof header);
  ::poll(nullptr, 0, -1);
  return x.sum();
}
