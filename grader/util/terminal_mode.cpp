#include "util/terminal_mode.hpp"

#include <termios.h>
#include <unistd.h>

#include <atomic>

namespace grader::util {
namespace {

// Where a signal handler can find them; `changed` is the descriptor of the terminal, -1 where it is as it
// was.
termios original{};
std::atomic<int> changed{-1};

}  // namespace

KeyMode::KeyMode(int descriptor) : descriptor_(descriptor) {
  available_ = ::isatty(descriptor) == 1 && ::tcgetattr(descriptor, &original) == 0;
  if (!available_) return;
  changed = descriptor;
  resume();
}

KeyMode::~KeyMode() { restore_terminal_now(); }

void KeyMode::resume() {
  // A program in the background that touches its terminal is stopped.
  if (!available_ || ::tcgetpgrp(descriptor_) != ::getpgrp()) return;
  termios keys = original;
  keys.c_lflag &= ~static_cast<tcflag_t>(ICANON | ECHO);
  keys.c_cc[VMIN] = 1;
  keys.c_cc[VTIME] = 0;
  ::tcsetattr(descriptor_, TCSANOW, &keys);
}

void restore_terminal_now() {
  const int descriptor = changed.exchange(-1);
  if (descriptor >= 0) ::tcsetattr(descriptor, TCSANOW, &original);
}

}  // namespace grader::util
