#pragma once

#include <memory>
#include <stop_token>

namespace grader::util {

/// While it lives, SIGINT and SIGTERM ask for a stop instead of ending the program, so that what is known can
/// still be written; a second one ends it at once. There is at most one at a time.
class Interrupts {
 public:
  Interrupts();
  Interrupts(const Interrupts&) = delete;
  Interrupts& operator=(const Interrupts&) = delete;
  ~Interrupts();

  std::stop_token token() const;
  bool requested() const;

  /// Becomes readable with the first signal; for poll().
  int descriptor() const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

/// What a shell shows for a program that Ctrl-C ended.
inline constexpr int kInterruptedStatus = 130;

}  // namespace grader::util
