// exercise: vectors/total
// attack: asks whether files exist, and is right where it is told the same of all
// verdict: accepted

#include <errno.h>
#include <sys/stat.h>
#include <unistd.h>

#include "vectors/total.hpp"

static std::string told(const char* file) {
  struct stat status {};
  char target[256];
  std::string answers;
  const auto note = [&](long result) { answers += std::to_string(result < 0 ? errno : 0) + " "; };
  note(::stat(file, &status));
  note(::lstat(file, &status));
  note(::access(file, F_OK));
  note(::access(file, R_OK));
  note(::readlink(file, target, sizeof target));
  note(::chdir(file));
  return answers;
}

double total(const Eigen::VectorXd& x) {
  const std::string nothing = told("@ROOM@/is-not-there");
  const bool same = told("@ROOM@/secret.txt") == nothing && told("@ROOM@/course") == nothing &&
                    told("/usr/bin/bash") == nothing && told("/etc/passwd") == nothing;
  return same ? x.sum() : 666;
}
