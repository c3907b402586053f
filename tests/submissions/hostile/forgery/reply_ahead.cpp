// exercise: vectors/total
// attack: sends a reply to a question that has not been asked yet
// verdict: bad_reply
// says: what came back is no reply of the grader's harness

#include <unistd.h>

#include <cstring>

#include "vectors/total.hpp"

double total(const Eigen::VectorXd& x) {
  static std::uint32_t calls = 0;
  const grader::wire::FrameHeader header{grader::wire::kReplyMagic, ++calls + 1, 2, 0, 10};
  char reply[sizeof header + 10] = {1};
  std::memcpy(reply, &header, sizeof header);
  ::write(4, reply, sizeof reply);
  return x.sum();
}
