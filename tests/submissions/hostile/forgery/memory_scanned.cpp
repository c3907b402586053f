// exercise: vectors/total
// attack: looks through its memory for the grader's secrets, and is right where there are none
// verdict: accepted

#include <setjmp.h>
#include <signal.h>
#include <unistd.h>

#include <cstring>

#include "vectors/total.hpp"

extern "C" char __data_start;

static sigjmp_buf at_the_end;
static void end(int) { siglongjmp(at_the_end, 1); }

// Written so that the program itself holds neither the seed nor the variable's name: what the test puts here
// is the seed with every other bit inverted.
static const std::uint64_t inverted = std::stoull("@SEED@");
static bool is_seed(const char* at) {
  std::uint64_t word;
  std::memcpy(&word, at, sizeof word);
  return (word ^ 0x5555555555555555) == inverted;
}
static bool is_variable(const char* at) {
  static const unsigned char coded[] = {'H', 'S', 'B', 'E', 'F', 'S', '`', 'U', 'F', 'T', 'U'};
  for (std::size_t i = 0; i < sizeof coded; ++i)
    if (static_cast<unsigned char>(at[i]) + 1 != coded[i]) return false;
  return true;
}
static volatile bool found = false;
static void scan(const char* from, const char* to) {
  struct sigaction action {};
  action.sa_handler = end;
  action.sa_flags = SA_NODEFER;
  ::sigaction(SIGSEGV, &action, nullptr);
  ::sigaction(SIGBUS, &action, nullptr);
  if (sigsetjmp(at_the_end, 1) == 0)
    for (const char* at = from; to == nullptr || at + 16 < to; ++at)
      if (is_seed(at) || is_variable(at)) found = true;
}

double total(const Eigen::VectorXd& x) {
  static bool scanned = false;
  const char here = 0;
  if (!scanned) {
    scan(&here, nullptr);
    scan(&__data_start, static_cast<const char*>(::sbrk(0)));
  }
  scanned = true;
  return found ? 666 : x.sum();
}
