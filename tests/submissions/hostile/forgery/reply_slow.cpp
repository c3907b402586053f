// exercise: vectors/total
// attack: sends its reply byte by byte, with long pauses
// verdict: time_limit
// says: no result after 1 s

#include <poll.h>
#include <unistd.h>

#include "vectors/total.hpp"

double total(const Eigen::VectorXd& x) {
  const grader::wire::FrameHeader header{grader::wire::kReplyMagic, 1, 2, 0, 1000};
  for (std::size_t i = 0; i < sizeof header; ++i) ::write(4, reinterpret_cast<const char*>(&header) + i, 1);
  for (int i = 0; i < 990; ++i) {
    ::write(4, "\1", 1);
    ::poll(nullptr, 0, 100);
  }
  return x.sum();
}
