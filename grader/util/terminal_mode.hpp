#pragma once

namespace grader::util {

/// While it lives, keys arrive one by one and are not shown; Ctrl-C still sends its signal. Does nothing
/// where the descriptor is no terminal.
class KeyMode {
 public:
  explicit KeyMode(int descriptor);
  KeyMode(const KeyMode&) = delete;
  KeyMode& operator=(const KeyMode&) = delete;
  ~KeyMode();

  /// Whether there is a terminal to read keys from.
  bool available() const { return available_; }
  /// Sets the mode again, which a shell changes when the program was suspended and goes on.
  void resume();

 private:
  int descriptor_;
  bool available_ = false;
};

/// Gives the terminal back as it was; async-signal-safe, for a handler that ends the program.
void restore_terminal_now();

}  // namespace grader::util
