// exercise: vectors/total
// attack: looks into /proc for arguments, environments and memory of others, and is right where it sees none
// verdict: accepted

#include <dirent.h>
#include <fcntl.h>
#include <unistd.h>

#include "vectors/total.hpp"

static bool can_read(const std::string& file) {
  const int fd = ::open(file.c_str(), O_RDONLY);
  char byte;
  return fd >= 0 && ::read(fd, &byte, 1) == 1;
}

double total(const Eigen::VectorXd& x) {
  static bool looked = false;
  bool found = false;
  if (!looked) {
    found = ::opendir("/proc") != nullptr;
    for (const char* file : {"cmdline", "environ", "maps", "mem", "stat"}) {
      found =
          found || can_read(std::string("/proc/self/") + file) || can_read(std::string("/proc/1/") + file);
      found = found || can_read("/proc/" + std::to_string(::getppid()) + "/" + file);
    }
    for (int pid = 1; pid < 70000; ++pid)
      found = found || can_read("/proc/" + std::to_string(pid) + "/environ");
  }
  looked = true;
  return found ? 666 : x.sum();
}
