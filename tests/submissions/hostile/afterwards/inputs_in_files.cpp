// exercise: vectors/total
// attack: keeps inputs in files for the next submission, and is right where there are none
// verdict: accepted

#include <fcntl.h>
#include <unistd.h>

#include "vectors/total.hpp"

double total(const Eigen::VectorXd& x) {
  bool kept = false;
  for (const char* file :
       {"grader-attack-kept", "/grader-attack-kept", "/tmp/grader-attack-kept", "/var/tmp/grader-attack-kept",
        "/dev/shm/grader-attack-kept", "@ROOM@/grader-attack-kept"})
    kept = kept || ::open(file, O_RDONLY) >= 0 || ::open(file, O_WRONLY | O_CREAT, 0666) >= 0;
  kept = kept || ::open("/tmp", O_TMPFILE | O_RDWR, 0600) >= 0 || ::open(".", O_TMPFILE | O_RDWR, 0600) >= 0;
  kept = kept || std::tmpfile() != nullptr;
  return kept ? 666 : x.sum();
}
