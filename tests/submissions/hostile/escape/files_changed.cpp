// exercise: vectors/total
// attack: changes, moves and removes files that are there, and is right where that is refused
// verdict: accepted

#include <fcntl.h>
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

#include "vectors/total.hpp"

double total(const Eigen::VectorXd& x) {
  bool changed = false;
  for (const char* file :
       {"@ROOM@/secret.txt", "@ROOM@/results.json", "@ROOM@/course/reference/vectors/total.cpp"}) {
    changed = changed || ::open(file, O_WRONLY | O_APPEND) >= 0 || ::truncate(file, 0) == 0;
    changed = changed || ::chmod(file, 0666) == 0 || ::chown(file, 0, 0) == 0;
    changed = changed || ::rename(file, "/tmp/grader-attack-moved") == 0;
    changed = changed || ::link(file, "/tmp/grader-attack-link") == 0 || ::unlink(file) == 0;
    changed = changed || ::utimensat(AT_FDCWD, file, nullptr, 0) == 0;
  }
  for (const int fd : {0, 1, 2, 3, 4})
    changed = changed || ::fchmod(fd, 0600) == 0 || ::fchown(fd, 0, 0) == 0;
  return changed ? 666 : x.sum();
}
