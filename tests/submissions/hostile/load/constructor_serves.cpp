// exercise: vectors/total
// attack: answers every question before main() is reached, always with the answer to the first
// verdict: wrong_answer

#include <unistd.h>

#include <cstring>

#include "vectors/total.hpp"

using grader::wire::FrameHeader;

__attribute__((constructor)) void serve() {
  char request[65536];
  while (::read(3, request, sizeof request) > 0) {
    FrameHeader header;
    std::memcpy(&header, request, sizeof header);
    header.magic = grader::wire::kReplyMagic;
    header.kind = 2;
    header.length = 10;
    char reply[sizeof header + 10] = {};
    std::memcpy(reply, &header, sizeof header);
    const double six = 6;
    reply[sizeof header] = 1;
    std::memcpy(reply + sizeof header + 2, &six, sizeof six);
    ::write(4, reply, sizeof reply);
  }
  _exit(0);
}

double total(const Eigen::VectorXd&) { return 666; }
