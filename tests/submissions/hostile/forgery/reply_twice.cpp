// exercise: vectors/total
// attack: sends the right reply twice
// verdict: bad_reply
// says: what came back is no reply of the grader's harness

#include <unistd.h>

#include <cstring>

#include "vectors/total.hpp"

double total(const Eigen::VectorXd& x) {
  static std::uint32_t calls = 0;
  const grader::wire::FrameHeader header{grader::wire::kReplyMagic, ++calls, 2, 0, 10};
  char reply[sizeof header + 10] = {};
  const double sum = x.sum();
  std::memcpy(reply, &header, sizeof header);
  reply[sizeof header] = 1;
  std::memcpy(reply + sizeof header + 2, &sum, sizeof sum);
  ::write(4, reply, sizeof reply);
  return sum;
}
