#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace grader::util {

/// What `--color` asks for.
enum class ColorChoice { automatic, always, never };

/// What is known of the place where output goes. Kept apart from the decisions, so that they can be tested.
struct TerminalFacts {
  bool is_terminal = false;
  std::string no_color;   // NO_COLOR; anything but the empty string says no
  std::string term;       // TERM
  std::string columns;    // COLUMNS
  std::size_t width = 0;  // as the terminal itself says; 0 where it does not
};

/// Facts about a file descriptor, usually 1.
TerminalFacts terminal_facts(int descriptor);

/// Colour only on a terminal that can show it and where NO_COLOR is not set (https://no-color.org); an
/// explicit choice decides over both.
bool use_color(ColorChoice choice, const TerminalFacts& facts);

/// A line that is overwritten in place needs a terminal that can go back to a line's begin.
bool use_live_line(const TerminalFacts& facts);

inline constexpr std::size_t kDefaultWidth = 100;

/// COLUMNS, else the terminal's own word, else 100; never less than 40 nor more than 400.
std::size_t output_width(const TerminalFacts& facts);

}  // namespace grader::util
