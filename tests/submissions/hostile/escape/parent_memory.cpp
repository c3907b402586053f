// exercise: vectors/total
// attack: reads the grader's memory, and is right where that is refused
// verdict: accepted

#include <fcntl.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <unistd.h>

#include "vectors/total.hpp"

double total(const Eigen::VectorXd& x) {
  char byte = 0;
  bool read = false;
  const iovec here{&byte, 1};
  const iovec there{reinterpret_cast<void*>(0x400000), 1};
  for (const pid_t pid : {::getppid(), pid_t{1}, ::getpid()}) {
    // Where the address is not used, that is another error than having no permission.
    read = read || ::process_vm_readv(pid, &here, 1, &there, 1, 0) >= 0 || errno == EFAULT;
    read = read || ::process_vm_writev(pid, &here, 1, &there, 1, 0) >= 0 || errno == EFAULT;
    const std::string folder = "/proc/" + std::to_string(pid);
    for (const char* file : {"/mem", "/environ", "/maps", "/cmdline", "/fd/0"})
      read = read || ::open((folder + file).c_str(), O_RDONLY) >= 0;
    read = read || ::syscall(SYS_kcmp, pid, ::getpid(), 0, 0, 0) >= 0;
    read = read || ::syscall(SYS_pidfd_open, pid, 0) >= 0;
  }
  return read ? 666 : x.sum();
}
