#include "util/text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace grader::util {
namespace {

struct Range {
  char32_t first;
  char32_t last;
};

template <std::size_t N>
bool is_in(const std::array<Range, N>& ranges, char32_t code) {
  return std::any_of(ranges.begin(), ranges.end(),
                     [code](const Range& range) { return range.first <= code && code <= range.last; });
}

// Marks that combine with the character before them, and spaces of no width.
constexpr std::array<Range, 22> kZeroWidth = {{
    {0x0300, 0x036F}, {0x0483, 0x0489},   {0x0591, 0x05BD}, {0x0610, 0x061A}, {0x064B, 0x065F},
    {0x06D6, 0x06DC}, {0x0900, 0x0902},   {0x093C, 0x093C}, {0x0941, 0x0948}, {0x0E31, 0x0E31},
    {0x0E34, 0x0E3A}, {0x0E47, 0x0E4E},   {0x1AB0, 0x1AFF}, {0x1DC0, 0x1DFF}, {0x200B, 0x200D},
    {0x20D0, 0x20FF}, {0x302A, 0x302D},   {0x3099, 0x309A}, {0xFE00, 0xFE0F}, {0xFE20, 0xFE2F},
    {0xFEFF, 0xFEFF}, {0xE0100, 0xE01EF},
}};

constexpr std::array<Range, 15> kWide = {{
    {0x1100, 0x115F},
    {0x2329, 0x232A},
    {0x2E80, 0x303E},
    {0x3041, 0x33FF},
    {0x3400, 0x4DBF},
    {0x4E00, 0xA4CF},
    {0xA960, 0xA97F},
    {0xAC00, 0xD7A3},
    {0xF900, 0xFAFF},
    {0xFE30, 0xFE6F},
    {0xFF00, 0xFF60},
    {0xFFE0, 0xFFE6},
    {0x1F300, 0x1F64F},
    {0x1F680, 0x1F9FF},
    {0x20000, 0x3FFFD},
}};

// C1 controls, what reverses the reading direction, separators of lines, noncharacters.
constexpr std::array<Range, 8> kUnsafe = {{
    {0x80, 0x9F},
    {0x61C, 0x61C},
    {0x200E, 0x200F},
    {0x2028, 0x202E},
    {0x2066, 0x2069},
    {0xFDD0, 0xFDEF},
    {0xFFF9, 0xFFFB},
    {0xFFFE, 0xFFFF},
}};

bool is_unsafe(char32_t code) {
  return code >= 0x80 && (is_in(kUnsafe, code) || (code & 0xFFFEU) == 0xFFFEU);
}

std::size_t width_of(char32_t code) {
  if (code < 0x300) return 1;
  if (is_in(kZeroWidth, code)) return 0;
  return is_in(kWide, code) ? 2 : 1;
}

unsigned byte_at(std::string_view text, std::size_t at) { return static_cast<unsigned char>(text[at]); }

std::string byte_escape(std::string_view text, std::size_t at) {
  return fmt::format("\\x{:02x}", byte_at(text, at));
}

std::string code_escape(char32_t code) {
  const auto number = static_cast<std::uint32_t>(code);
  return number > 0xFFFF ? fmt::format("\\U{:08x}", number) : fmt::format("\\u{:04x}", number);
}

/// Appends the character at byte `at` in a form that is safe to show; returns its length in `text`.
std::size_t append_printable(std::string_view text, std::size_t at, Newlines newlines, std::string& result) {
  const Decoded next = decode_utf8(text, at);
  const bool space = next.valid && (next.code == '\n' || next.code == '\t');
  if (next.code >= 0x20 && next.code < 0x7F)
    result += text[at];
  else if (space && newlines == Newlines::escape)
    result += next.code == '\n' ? "\\n" : "\\t";
  else if (!next.valid || (next.code < 0x20 && !space) || next.code == 0x7F)
    result += byte_escape(text, at);
  else if (is_unsafe(next.code))
    result += code_escape(next.code);
  else
    result += text.substr(at, next.length);
  return next.length;
}

/// How many bytes of `text` from `at` on fill `width` columns, marks that combine with the last one included.
std::size_t bytes_of_width(std::string_view text, std::size_t at, std::size_t width) {
  std::size_t end = at;
  std::size_t used = 0;
  while (end < text.size()) {
    const Decoded next = decode_utf8(text, end);
    const std::size_t columns = next.valid ? width_of(next.code) : 1;
    if (used + columns > width) break;
    used += columns;
    end += next.length;
  }
  return end - at;
}

void wrap_line(std::string_view line, std::size_t width, std::vector<std::string>& lines) {
  for (;;) {
    const std::size_t fits = std::max<std::size_t>(bytes_of_width(line, 0, width), 1);
    if (fits >= line.size()) break;
    const std::size_t space = line.rfind(' ', fits);
    const bool at_space = space != std::string_view::npos && line.find_first_not_of(' ') < space;
    const std::size_t end = at_space ? space : fits;
    lines.emplace_back(line.substr(0, end));
    line.remove_prefix(at_space ? end + 1 : end);
  }
  lines.emplace_back(line);
}

}  // namespace

Decoded decode_utf8(std::string_view text, std::size_t at) {
  const unsigned lead = byte_at(text, at);
  if (lead < 0x80U) return {lead, 1, true};
  const std::size_t length = lead >= 0xF0U ? 4 : lead >= 0xE0U ? 3 : 2;
  if (lead < 0xC2U || lead > 0xF4U || at + length > text.size()) return {};
  char32_t code = lead & (0xFFU >> (length + 1));
  for (std::size_t i = 1; i < length; ++i) {
    const unsigned next = byte_at(text, at + i);
    if ((next & 0xC0U) != 0x80U) return {};
    code = (code << 6U) | (next & 0x3FU);
  }
  const bool overlong = (length == 3 && code < 0x800) || (length == 4 && code < 0x10000);
  if (overlong || code > 0x10FFFF || (code >= 0xD800 && code <= 0xDFFF)) return {};
  return {code, length, true};
}

bool is_valid_utf8(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const Decoded next = decode_utf8(text, at);
    if (!next.valid) return false;
    at += next.length;
  }
  return true;
}

std::string repair_utf8(std::string_view text) {
  std::string result;
  for (std::size_t at = 0; at < text.size();) {
    const Decoded next = decode_utf8(text, at);
    if (next.valid)
      result += text.substr(at, next.length);
    else
      result += byte_escape(text, at);
    at += next.length;
  }
  return result;
}

std::string printable(std::string_view text, Newlines newlines) {
  std::string result;
  result.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) at += append_printable(text, at, newlines, result);
  return result;
}

std::string_view cut_utf8(std::string_view text, std::size_t bytes) {
  if (text.size() <= bytes) return text;
  std::size_t end = bytes;
  const std::size_t earliest = bytes > 3 ? bytes - 3 : 0;
  while (end > earliest && (byte_at(text, end) & 0xC0U) == 0x80U) --end;
  // Without a character's first byte within reach these are no characters: any place is as good as another.
  return text.substr(0, (byte_at(text, end) & 0xC0U) == 0x80U ? bytes : end);
}

std::string printable_within(std::string_view text, std::size_t bytes, Newlines newlines) {
  std::string result;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t complete = result.size();
    const std::size_t length = append_printable(text, at, newlines, result);
    if (result.size() > bytes) {
      result.resize(complete);
      return fmt::format("{}… ({} bytes left out)", result, text.size() - at);
    }
    at += length;
  }
  return result;
}

std::string quoted(std::string_view text, std::size_t bytes) {
  const std::string_view part = cut_utf8(text, bytes);
  std::string escaped;
  for (const char byte : part) {
    if (byte == '"' || byte == '\\') escaped += '\\';
    escaped += byte;
  }
  std::string result = fmt::format("\"{}\"", printable(escaped, Newlines::escape));
  if (part.size() < text.size()) result += fmt::format("… ({} bytes left out)", text.size() - part.size());
  return result;
}

std::size_t display_width(std::string_view text) {
  std::size_t width = 0;
  for (std::size_t at = 0; at < text.size();) {
    const Decoded next = decode_utf8(text, at);
    width += next.valid ? width_of(next.code) : 1;
    at += next.length;
  }
  return width;
}

std::string truncate(std::string_view text, std::size_t width) {
  if (display_width(text) <= width) return std::string(text);
  if (width == 0) return {};
  return std::string(text.substr(0, bytes_of_width(text, 0, width - 1))) + "…";
}

std::string pad_left(std::string_view text, std::size_t width) {
  const std::size_t used = display_width(text);
  return std::string(used < width ? width - used : 0, ' ') + std::string(text);
}

std::string pad_right(std::string_view text, std::size_t width) {
  const std::size_t used = display_width(text);
  return std::string(text) + std::string(used < width ? width - used : 0, ' ');
}

std::vector<std::string_view> split_lines(std::string_view text) {
  std::vector<std::string_view> lines;
  while (!text.empty()) {
    const std::size_t end = text.find('\n');
    lines.push_back(text.substr(0, end));
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
  }
  return lines;
}

std::vector<std::string> hard_wrap(std::string_view line, std::size_t width) {
  std::vector<std::string> pieces;
  do {
    std::size_t bytes = bytes_of_width(line, 0, width);
    if (bytes == 0 && !line.empty()) bytes = decode_utf8(line, 0).length;
    pieces.emplace_back(line.substr(0, bytes));
    line.remove_prefix(bytes);
  } while (!line.empty());
  return pieces;
}

std::vector<std::string> word_wrap(std::string_view text, std::size_t width) {
  std::vector<std::string> lines;
  for (const std::string_view line : split_lines(text)) wrap_line(line, width, lines);
  return lines;
}

}  // namespace grader::util
