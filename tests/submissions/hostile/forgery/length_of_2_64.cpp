// exercise: texts/greet
// attack: says that a text in its list has 2^64 - 1 bytes
// verdict: bad_reply
// says: the reply claims more items than it has bytes

#include <unistd.h>

#include <cstring>

#include "texts/greet.hpp"

std::vector<std::string> greet(const std::vector<std::string>&, bool) {
  const grader::wire::FrameHeader header{grader::wire::kReplyMagic, 1, 2, 0, 18};
  char reply[sizeof header + 18] = {};
  std::memcpy(reply, &header, sizeof header);
  reply[sizeof header] = 6;
  reply[sizeof header + 1] = 1;
  reply[sizeof header + 9] = 5;
  std::memset(reply + sizeof header + 10, 0xff, 8);
  ::write(4, reply, sizeof reply);
  _exit(0);
}
