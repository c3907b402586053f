// exercise: vectors/total
// attack: becomes another program by less usual system calls, and is right where that is refused
// verdict: accepted
// never: grader-attack-shell

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "vectors/total.hpp"

double total(const Eigen::VectorXd& x) {
  const char* arguments[] = {"sh", "-c", "echo grader-attack-\"\"shell", nullptr};
  ::syscall(SYS_execveat, AT_FDCWD, "/bin/sh", arguments, environ, 0);
  for (int fd = 0; fd < 5; ++fd) ::syscall(SYS_execveat, fd, "", arguments, environ, AT_EMPTY_PATH);
  const int memory = ::memfd_create("program", 0);
  if (memory < 0) return x.sum();
  ::write(memory, "#!/bin/sh\necho grader-attack-shell\n", 35);
  ::fexecve(memory, const_cast<char* const*>(arguments), environ);
  return 666;
}
