#include "sandbox/pipe.hpp"

#include <errno.h>
#include <fcntl.h>
#include <fmt/format.h>
#include <string.h>
#include <unistd.h>

#include "util/error.hpp"

namespace grader::sandbox {
namespace {

double seconds(const timeval& time) {
  return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) * 1e-6;
}

}  // namespace

Pipe make_pipe() {
  int ends[2];
  if (::pipe2(ends, O_CLOEXEC) != 0)
    throw util::GraderError(fmt::format("cannot make a pipe: {}", ::strerror(errno)));
  return {util::UniqueFd(ends[0]), util::UniqueFd(ends[1])};
}

double cpu_seconds(const rusage& usage) { return seconds(usage.ru_utime) + seconds(usage.ru_stime); }

}  // namespace grader::sandbox
