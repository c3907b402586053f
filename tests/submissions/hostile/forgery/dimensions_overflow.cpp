// exercise: vectors/outer
// attack: says that its matrix has 2^32 rows and columns, whose product is 0 in 64 bits
// verdict: bad_reply
// says: the reply has impossible dimensions

#include <unistd.h>

#include <cstring>

#include "vectors/outer.hpp"

Eigen::MatrixXd outer(const Eigen::VectorXd&, const Eigen::VectorXd&) {
  const std::int64_t dims[2] = {std::int64_t{1} << 32, std::int64_t{1} << 32};
  const grader::wire::FrameHeader header{grader::wire::kReplyMagic, 1, 2, 0, 18};
  char reply[sizeof header + 18] = {};
  std::memcpy(reply, &header, sizeof header);
  reply[sizeof header] = 1;
  reply[sizeof header + 1] = 2;
  std::memcpy(reply + sizeof header + 2, dims, sizeof dims);
  ::write(4, reply, sizeof reply);
  _exit(0);
}
