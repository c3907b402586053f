#include "sandbox/init.hpp"

#include <errno.h>
#include <fcntl.h>
#include <fmt/format.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include "sandbox/init_bytes.hpp"
#include "util/error.hpp"
#include "util/unique_fd.hpp"

namespace grader::sandbox {
namespace {

util::UniqueFd memory_file(const char* name) {
  constexpr unsigned kExecutable = 0x10;  // MFD_EXEC, which kernels before 6.3 do not know
  const unsigned flags = MFD_CLOEXEC | MFD_ALLOW_SEALING;
  util::UniqueFd file(::memfd_create(name, flags | kExecutable));
  if (!file && errno == EINVAL) file = util::UniqueFd(::memfd_create(name, flags));
  return file;
}

util::UniqueFd held_in_memory() {
  const auto bytes = init_bytes();
  // Not to be read: the kernel then keeps others from looking into whoever executes it.
  constexpr mode_t kMayExecute = 0111;
  constexpr int kSeals = F_SEAL_SEAL | F_SEAL_SHRINK | F_SEAL_GROW | F_SEAL_WRITE;
  util::UniqueFd file = memory_file("grader-init");
  if (!file || ::write(file.get(), bytes.data(), bytes.size()) != static_cast<ssize_t>(bytes.size()) ||
      ::fchmod(file.get(), kMayExecute) != 0 || ::fcntl(file.get(), F_ADD_SEALS, kSeals) != 0)
    throw util::GraderError(fmt::format("cannot hold a program in memory: {}", ::strerror(errno)));
  return file;
}

}  // namespace

sigset_t init_signals() {
  sigset_t signals;
  ::sigemptyset(&signals);
  ::sigaddset(&signals, SIGCHLD);
  ::sigaddset(&signals, SIGTERM);
  return signals;
}

int init_program() {
  static const util::UniqueFd program = held_in_memory();
  return program.get();
}

}  // namespace grader::sandbox
