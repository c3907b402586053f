// exercise: vectors/total
// attack: sends single precision where double is due
// verdict: bad_reply
// says: the reply has another type

#include <unistd.h>

#include <cstring>

#include "vectors/total.hpp"

double total(const Eigen::VectorXd&) {
  const grader::wire::FrameHeader header{grader::wire::kReplyMagic, 1, 2, 0, 6};
  char reply[sizeof header + 6] = {};
  std::memcpy(reply, &header, sizeof header);
  reply[sizeof header] = 2;
  ::write(4, reply, sizeof reply);
  _exit(0);
}
