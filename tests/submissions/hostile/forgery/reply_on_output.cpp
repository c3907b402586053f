// exercise: vectors/total
// attack: writes the right reply to the wrong descriptors and returns a wrong one
// verdict: wrong_answer

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
  for (const int file : {0, 1, 2, 3}) ::write(file, reply, sizeof reply);
  return 666;
}
