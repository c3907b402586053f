// exercise: vectors/unit
// attack: sends a record of one field where there are two
// verdict: bad_reply
// says: the reply has another number of fields

#include <unistd.h>

#include <cstring>

#include "vectors/unit.hpp"

UnitResult unit(const Eigen::VectorXd&) {
  const grader::wire::FrameHeader header{grader::wire::kReplyMagic, 1, 2, 0, 12};
  char reply[sizeof header + 12] = {};
  std::memcpy(reply, &header, sizeof header);
  reply[sizeof header] = 8;
  reply[sizeof header + 1] = 1;
  reply[sizeof header + 2] = 1;
  ::write(4, reply, sizeof reply);
  _exit(0);
}
