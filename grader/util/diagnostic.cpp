#include "util/diagnostic.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "util/text.hpp"

namespace grader::util {
namespace {

constexpr std::size_t kWidestLine = 100;

struct Excerpt {
  std::string line;
  std::string caret;
};

bool continues_character(char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U; }

/// The source line and a caret under `column`. A column counts bytes, the caret's place what a terminal shows
/// of them; a file may hold anything, so that the line is made printable.
Excerpt excerpt(std::string line, int column) {
  std::size_t at = column > 0 ? std::min(static_cast<std::size_t>(column) - 1, line.size()) : 0;
  for (int i = 0; i < 3 && at > 0 && at < line.size() && continues_character(line[at]); ++i) --at;
  std::string prefix;
  if (at > kWidestLine - 20) {
    std::size_t start = at - (kWidestLine - 20);
    while (start < at && continues_character(line[start])) ++start;
    line.erase(0, start);
    at -= start;
    prefix = "...";
  }
  if (line.size() > kWidestLine) {
    std::size_t end = kWidestLine;
    while (end > at && continues_character(line[end])) --end;
    line.erase(end);
    line += "...";
  }
  std::string caret(prefix.size(), ' ');
  for (std::size_t i = 0; i < at;) {
    const std::size_t length = std::min(decode_utf8(line, i).length, at - i);
    const std::string shown = printable(std::string_view(line).substr(i, length));
    caret += shown == "\t" ? shown : std::string(display_width(shown), ' ');
    i += length;
  }
  if (column > 0) caret += '^';
  return {prefix + printable(line), caret};
}

std::string place(const Location& where) {
  std::string text = where.file.generic_string();
  if (where.line > 0) text += fmt::format(":{}", where.line);
  if (where.line > 0 && where.column > 0) text += fmt::format(":{}", where.column);
  return text;
}

}  // namespace

std::string render(const Diagnostic& diagnostic) {
  std::string text = fmt::format("{}: error: {}\n", place(diagnostic.where), printable(diagnostic.message));
  if (!diagnostic.source_line.empty()) {
    const Excerpt shown = excerpt(diagnostic.source_line, diagnostic.where.column);
    text += fmt::format("    {}\n", shown.line);
    if (!shown.caret.empty()) text += fmt::format("    {}\n", shown.caret);
  }
  if (!diagnostic.hint.empty()) text += fmt::format("  {}\n", printable(diagnostic.hint));
  return text;
}

std::string render(const std::vector<Diagnostic>& diagnostics) {
  std::string text;
  for (const Diagnostic& diagnostic : diagnostics) text += render(diagnostic);
  return text;
}

SpecError::SpecError(std::vector<Diagnostic> diagnostics)
    : std::runtime_error(render(diagnostics)), diagnostics_(std::move(diagnostics)) {}

std::string line_of(std::string_view text, int number) {
  std::size_t start = 0;
  for (int line = 1; line < number; ++line) {
    start = text.find('\n', start);
    if (start == std::string_view::npos) return {};
    ++start;
  }
  if (number < 1 || start > text.size()) return {};
  std::string_view rest = text.substr(start);
  rest = rest.substr(0, rest.find('\n'));
  if (rest.ends_with('\r')) rest.remove_suffix(1);
  return std::string(rest);
}

}  // namespace grader::util
