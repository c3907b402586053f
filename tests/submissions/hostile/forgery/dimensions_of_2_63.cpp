// exercise: vectors/outer
// attack: says that its matrix has 2^63 - 1 rows
// verdict: bad_reply
// says: the reply has fewer elements than its dimensions say

#include <unistd.h>

#include <cstring>

#include "vectors/outer.hpp"

Eigen::MatrixXd outer(const Eigen::VectorXd&, const Eigen::VectorXd&) {
  const std::int64_t dims[2] = {std::numeric_limits<std::int64_t>::max(), 1};
  const grader::wire::FrameHeader header{grader::wire::kReplyMagic, 1, 2, 0, 18};
  char reply[sizeof header + 18] = {};
  std::memcpy(reply, &header, sizeof header);
  reply[sizeof header] = 1;
  reply[sizeof header + 1] = 2;
  std::memcpy(reply + sizeof header + 2, dims, sizeof dims);
  ::write(4, reply, sizeof reply);
  _exit(0);
}
