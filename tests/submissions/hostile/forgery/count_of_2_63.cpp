// exercise: texts/greet
// attack: says that its list has 2^63 texts
// verdict: bad_reply
// says: the reply claims more items than it has bytes

#include <unistd.h>

#include <cstring>

#include "texts/greet.hpp"

std::vector<std::string> greet(const std::vector<std::string>&, bool) {
  const std::uint64_t count = std::uint64_t{1} << 63;
  const grader::wire::FrameHeader header{grader::wire::kReplyMagic, 1, 2, 0, 9};
  char reply[sizeof header + 9] = {};
  std::memcpy(reply, &header, sizeof header);
  reply[sizeof header] = 6;
  std::memcpy(reply + sizeof header + 1, &count, sizeof count);
  ::write(4, reply, sizeof reply);
  _exit(0);
}
