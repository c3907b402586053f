// exercise: vectors/total
// attack: reads files of the system and lists its folders, and is right where that is refused
// verdict: accepted
// never: root:x:0

#include <dirent.h>

#include <fstream>

#include "vectors/total.hpp"

double total(const Eigen::VectorXd& x) {
  bool read = false;
  for (const char* file :
       {"/etc/passwd", "/etc/shadow", "/etc/hostname", "/usr/include/stdio.h", "/proc/version",
        "/sys/kernel/mm/transparent_hugepage/enabled", "/dev/urandom", "/dev/null"}) {
    std::ifstream stream(file);
    std::string line;
    if (!stream) continue;
    std::cout << file << "\n";
    read = true;
  }
  for (const char* folder : {"/", ".", "/usr", "/proc", "/tmp", "@ROOM@"})
    read = read || ::opendir(folder) != nullptr;
  return read ? 666 : x.sum();
}
