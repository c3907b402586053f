#include "util/terminal.hpp"

#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <charconv>
#include <cstdlib>

namespace grader::util {
namespace {

constexpr std::size_t kNarrowest = 40;
constexpr std::size_t kWidest = 400;

std::string environment(const char* name) {
  const char* value = std::getenv(name);
  return value == nullptr ? "" : value;
}

std::size_t number_of(std::string_view text) {
  std::size_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  return error == std::errc() && end == text.data() + text.size() ? number : 0;
}

}  // namespace

TerminalFacts terminal_facts(int descriptor) {
  TerminalFacts facts;
  facts.is_terminal = isatty(descriptor) == 1;
  facts.no_color = environment("NO_COLOR");
  facts.term = environment("TERM");
  facts.columns = environment("COLUMNS");
  winsize size{};
  if (facts.is_terminal && ioctl(descriptor, TIOCGWINSZ, &size) == 0) facts.width = size.ws_col;
  return facts;
}

bool use_color(ColorChoice choice, const TerminalFacts& facts) {
  if (choice != ColorChoice::automatic) return choice == ColorChoice::always;
  return facts.is_terminal && facts.no_color.empty() && facts.term != "dumb";
}

bool use_live_line(const TerminalFacts& facts) { return facts.is_terminal && facts.term != "dumb"; }

std::size_t output_width(const TerminalFacts& facts) {
  std::size_t width = number_of(facts.columns);
  if (width == 0) width = facts.width;
  if (width == 0) width = kDefaultWidth;
  return std::clamp(width, kNarrowest, kWidest);
}

}  // namespace grader::util
