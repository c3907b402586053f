// exercise: vectors/total
// attack: keeps inputs in memory that outlives a process, and is right where there is none
// verdict: accepted

#include <fcntl.h>
#include <mqueue.h>
#include <sys/ipc.h>
#include <sys/mman.h>
#include <sys/msg.h>
#include <sys/sem.h>
#include <sys/shm.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "vectors/total.hpp"

double total(const Eigen::VectorXd& x) {
  constexpr key_t kKey = 0x67726164;
  bool kept = ::shmget(kKey, 4096, IPC_CREAT | 0666) >= 0 || ::msgget(kKey, IPC_CREAT | 0666) >= 0;
  kept = kept || ::semget(kKey, 1, IPC_CREAT | 0666) >= 0;
  kept = kept || ::shm_open("/grader-attack-kept", O_RDWR | O_CREAT, 0666) >= 0;
  kept = kept || ::syscall(SYS_mq_open, "grader-attack-kept", O_RDWR | O_CREAT, 0666, nullptr) >= 0;
  kept = kept || ::syscall(SYS_add_key, "user", "grader-attack-kept", "x", 1L, -4) >= 0;
  return kept ? 666 : x.sum();
}
