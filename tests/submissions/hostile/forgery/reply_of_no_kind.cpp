// exercise: vectors/total
// attack: sends a reply of a kind that there is not
// verdict: bad_reply
// says: what came back is no reply of the grader's harness

#include <unistd.h>

#include "vectors/total.hpp"

double total(const Eigen::VectorXd&) {
  static std::uint32_t calls = 0;
  const grader::wire::FrameHeader header{grader::wire::kReplyMagic, ++calls, 99, 0, 0};
  ::write(4, &header, sizeof header);
  _exit(0);
}
