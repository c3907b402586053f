#include "util/random_bits.hpp"

#include <errno.h>
#include <fmt/format.h>
#include <string.h>
#include <sys/random.h>

#include "util/error.hpp"

namespace grader::util {

std::uint64_t random_bits() {
  std::uint64_t bits = 0;
  // So few bytes come at once or, after a signal at boot, not at all.
  while (::getrandom(&bits, sizeof bits, 0) != sizeof bits)
    if (errno != EINTR)
      throw GraderError(fmt::format("the kernel gives no random numbers: {}", ::strerror(errno)));
  return bits;
}

}  // namespace grader::util
