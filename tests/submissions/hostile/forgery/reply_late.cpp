// exercise: vectors/total
// attack: sends the reply to a question before the last one once more
// verdict: bad_reply
// says: what came back is no reply of the grader's harness

#include <unistd.h>

#include <cstring>

#include "vectors/total.hpp"

double total(const Eigen::VectorXd& x) {
  static std::uint32_t calls = 0;
  const grader::wire::FrameHeader header{grader::wire::kReplyMagic, calls++, 2, 0, 10};
  char reply[sizeof header + 10] = {};
  std::memcpy(reply, &header, sizeof header);
  reply[sizeof header] = 1;
  ::write(4, reply, sizeof reply);
  return x.sum();
}
