// exercise: vectors/total
// attack: overwrites, moves or removes its own program in the cache, and is right where that is refused
// verdict: accepted

#include <fcntl.h>
#include <stdio.h>
#include <sys/auxv.h>
#include <sys/stat.h>
#include <unistd.h>

#include "vectors/total.hpp"

double total(const Eigen::VectorXd& x) {
  const char* own = reinterpret_cast<const char*>(::getauxval(AT_EXECFN));
  bool changed = false;
  for (const char* file : {own, "/proc/self/exe"}) {
    changed = changed || ::open(file, O_RDWR) >= 0 || ::open(file, O_RDONLY) >= 0 || ::truncate(file, 0) == 0;
    changed = changed || ::chmod(file, 0777) == 0 || ::rename(file, "/tmp/grader-attack-worker") == 0;
    changed = changed || ::unlink(file) == 0;
  }
  return changed ? 666 : x.sum();
}
