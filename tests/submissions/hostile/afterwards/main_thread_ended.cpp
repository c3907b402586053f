// exercise: vectors/total
// attack: answers rightly, and ends its first thread instead of the program, while another goes on
// verdict: bad_reply
// says: did not end after its last call

#include <poll.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <thread>

#include "vectors/total.hpp"

struct Last {
  ~Last() {
    std::thread([] { ::poll(nullptr, 0, -1); }).detach();
    ::syscall(SYS_exit, 0);
  }
};
static const Last last;

double total(const Eigen::VectorXd& x) { return x.sum(); }
