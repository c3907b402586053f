// exercise: vectors/total
// attack: says that its reply has 2^62 bytes
// verdict: bad_reply
// says: the result is larger than any that is expected

#include <poll.h>
#include <unistd.h>

#include "vectors/total.hpp"

double total(const Eigen::VectorXd& x) {
  static std::uint32_t calls = 0;
  const grader::wire::FrameHeader header{grader::wire::kReplyMagic, ++calls, 2, 0, std::uint64_t{1} << 62};
  ::write(4, &header, sizeof header);
  ::poll(nullptr, 0, -1);
  return x.sum();
}
