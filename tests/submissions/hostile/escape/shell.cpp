// exercise: vectors/total
// attack: becomes a shell, and is right where that is refused
// verdict: accepted
// never: grader-attack-shell

#include <spawn.h>
#include <unistd.h>

#include "vectors/total.hpp"

double total(const Eigen::VectorXd& x) {
  const char* arguments[] = {"sh", "-c", "echo grader-attack-\"\"shell", nullptr};
  char* const* list = const_cast<char* const*>(arguments);
  pid_t pid = 0;
  bool started = std::system("echo grader-attack-\"\"shell") == 0;
  started = started || ::posix_spawn(&pid, "/bin/sh", nullptr, nullptr, list, environ) == 0;
  for (const char* shell : {"/bin/sh", "/usr/bin/bash", "/bin/busybox"}) ::execv(shell, list);
  return started ? 666 : x.sum();
}
