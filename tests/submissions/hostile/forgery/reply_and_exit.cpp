// exercise: vectors/total
// attack: sends each right reply by itself and leaves with success
// verdict: runtime_error
// says: ended the program (exit status 0) instead of returning

#include <unistd.h>

#include <cstring>

#include "vectors/total.hpp"

double total(const Eigen::VectorXd& x) {
  const grader::wire::FrameHeader header{grader::wire::kReplyMagic, 1, 2, 0, 10};
  char reply[sizeof header + 10] = {};
  const double sum = x.sum();
  std::memcpy(reply, &header, sizeof header);
  reply[sizeof header] = 1;
  std::memcpy(reply + sizeof header + 2, &sum, sizeof sum);
  ::write(4, reply, sizeof reply);
  _exit(0);
}
