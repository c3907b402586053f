// exercise: vectors/total
// attack: ends in the middle of its reply
// verdict: runtime_error
// says: ended the program (exit status 0) instead of returning

#include <unistd.h>

#include "vectors/total.hpp"

double total(const Eigen::VectorXd&) {
  const grader::wire::FrameHeader header{grader::wire::kReplyMagic, 1, 2, 0, 10};
  ::write(4, &header, sizeof header);
  ::write(4, "\1\0\0\0", 4);
  _exit(0);
}
